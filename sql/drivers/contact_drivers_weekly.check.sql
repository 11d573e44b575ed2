-- fail: contact_drivers_weekly: shares of a week and service must add up to 1, ranks must be 1, 2, 3, … and the services must add up to 'all'
-- G5, G6
with totals as (
  select
    week_start_date,
    service,
    sum(share) as share,
    max(rank) as last_rank,
    count(distinct rank) as ranks,
    count(*) as topics,
    sum(contacts) as contacts
  from contact_drivers_weekly
  group by week_start_date, service
)
select week_start_date, service, 'shares or ranks' as problem
from totals
where abs(share - 1) > 1e-9 or last_rank <> topics or ranks <> topics
union all
select week_start_date, 'all' as service, 'total differs from the sum of services' as problem
from totals
group by week_start_date
having sum(case when service = 'all' then contacts else -contacts end) <> 0
