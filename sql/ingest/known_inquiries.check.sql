-- fail: inquiries that arrived in a night are not all known by week
-- G4
select arrival_date, sum(landed) as landed, sum(known) as known
from (
  select arrival_date, count(*) as landed, 0 as known
  from landed_inquiries
  where arrival_date between :first_date and :run_date
  group by arrival_date
  union all
  select arrival_date, 0 as landed, count(*) as known
  from known_inquiries
  where arrival_date between :first_date and :run_date
  group by arrival_date
) as counts
group by arrival_date
having sum(landed) <> sum(known)
