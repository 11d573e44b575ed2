-- fail: a key is there twice in one night
-- G1
select arrival_date, transaction_id, count(*) as copies
from landed_transactions
where arrival_date between :first_date and :run_date
group by arrival_date, transaction_id
having count(*) > 1
