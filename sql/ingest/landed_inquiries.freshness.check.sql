-- warn: nothing is newer than the day before the night
-- G14
select max(created_at) as newest
from known_inquiries
where arrival_date >= :resent_from
having cast(max(created_at) as date) < cast(cast(:run_date as date) - interval 1 day as date)
