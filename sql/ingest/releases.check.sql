-- fail: a key is there twice
-- G1
select release_id, count(*) as copies
from releases
group by release_id
having count(*) > 1
