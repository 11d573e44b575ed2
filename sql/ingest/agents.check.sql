-- fail: a key is there twice
-- G1
select agent_id, valid_from, count(*) as copies
from agents
group by agent_id, valid_from
having count(*) > 1
