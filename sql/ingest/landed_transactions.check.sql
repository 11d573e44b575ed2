-- fail: a key is there twice in one night
select arrival_date, transaction_id, count(*) as copies
from landed_transactions
group by arrival_date, transaction_id
having count(*) > 1
