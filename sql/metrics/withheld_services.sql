-- place: internal
-- grain: one row per week, period (day, week) and service with contacts
-- Services of fewer than :minimum_users users, on any day of the week or in the week, are withheld in all rows of the
-- period; where what is withheld has too few users even so, next larger services are, too. What is withheld in the week
-- is withheld in its days. "Next" is by users of the week, contacts and name.
create or replace temporary view withheld_services
comment 'services not shown by themselves | 単独では表示しないサービス' as
with
placed as (
  select
    week_start_date,
    segment as service,
    row_number() over (
      partition by week_start_date order by users, contacts, segment
    ) as next_place
  from cell_sizes
  where period = 'week' and dimension = 'service'
),
services as (
  select
    cells.period,
    cells.week_start_date,
    cells.period_start_date,
    cells.segment as service,
    cells.users,
    placed.next_place,
    case when cells.fewest_users < :minimum_users then 0 else placed.next_place end as place
  from cell_sizes as cells
  join placed
    on placed.week_start_date = cells.week_start_date and placed.service = cells.segment
  where cells.dimension = 'service'
),
users_of_small_services as (
  select
    few.period,
    few.week_start_date,
    few.period_start_date,
    count(distinct few.user_id) as users
  from small_cell_users as few
  join services
    on services.period = few.period
    and services.period_start_date = few.period_start_date
    and services.service = few.service
  where services.place = 0
  group by few.period, few.week_start_date, few.period_start_date
),
-- On which the small services have contacts: the place up to which there are enough users.
reached as (
  select
    services.period,
    services.week_start_date,
    services.period_start_date,
    case
      when max(small.users) >= :minimum_users then 0
      else coalesce(
        min(case when services.users >= :minimum_users then services.place end),
        max(services.next_place)
      )
    end as place
  from services
  left join users_of_small_services as small
    on small.period = services.period
    and small.period_start_date = services.period_start_date
  group by services.period, services.week_start_date, services.period_start_date
  having min(services.place) = 0
),
last_places as (
  select
    week_start_date,
    max(case when period = 'week' then place end) as of_week,
    max(place) as of_days
  from reached
  group by week_start_date
)
select distinct
  services.period,
  services.week_start_date,
  services.service,
  services.place = 0
    or coalesce(
      services.next_place <= case services.period when 'week' then of_week else of_days end,
      false
    ) as is_withheld
from services
left join last_places on last_places.week_start_date = services.week_start_date
