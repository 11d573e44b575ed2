-- fail: a key is there twice in one night
-- G1
select arrival_date, message_id, count(*) as copies
from landed_inquiry_messages
group by arrival_date, message_id
having count(*) > 1
