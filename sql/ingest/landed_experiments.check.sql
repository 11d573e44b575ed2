-- fail: a key is there twice in one night
-- G1
select arrival_date, experiment_id, user_id, count(*) as copies
from landed_experiments
where arrival_date between :first_date and :run_date
group by arrival_date, experiment_id, user_id
having count(*) > 1
