-- fail: a key is there twice
-- G1
select user_id, count(*) as copies
from deletion_requests
group by user_id
having count(*) > 1
