-- fail: an erased person or inquiry is listed twice
-- G1
select kind, erased_hash
from erased_ids
group by kind, erased_hash
having count(*) > 1
