-- fail: a key is there twice in one night
-- G1
select arrival_date, experiment_id, user_id, count(*) as copies
from landed_experiments
group by arrival_date, experiment_id, user_id
having count(*) > 1
