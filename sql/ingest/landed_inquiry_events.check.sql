-- fail: a key is there twice in one night
-- G1
select arrival_date, event_id, count(*) as copies
from landed_inquiry_events
group by arrival_date, event_id
having count(*) > 1
