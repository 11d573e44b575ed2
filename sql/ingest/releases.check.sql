-- fail: a key is there twice
select release_id, count(*) as copies
from releases
group by release_id
having count(*) > 1
