-- place: internal
-- grain: one row per period (day, week), dimension (channel, topic, office), service shown (and 'all') and day or week with enough users
-- Of the segments in the order of cell_places the first place up to which the service has :minimum_users users in the
-- day or week: that of a cell that has them alone, or of small cells before it. Services not shown are one.
create or replace temporary view enough_users
comment 'where a service has enough users | 利用者数が足りる順番' as
with
cells as (
  select
    cell.period,
    cell.week_start_date,
    cell.period_start_date,
    cell.dimension,
    cell.service,
    case when coalesce(own.is_withheld, false) then 'withheld' else cell.service end
      as shown_service,
    cell.segment,
    cell.users,
    place.place
  from cell_sizes as cell
  join cell_places as place
    on place.period = cell.period
    and place.week_start_date = cell.week_start_date
    and place.dimension = cell.dimension
    and place.service = cell.service
    and place.segment = cell.segment
  left join withheld_services as own
    on own.period = cell.period
    and own.week_start_date = cell.week_start_date
    and own.service = cell.service
),
-- In 'all' too: a segment that is small there is small in every service.
first_places as (
  select
    few.period,
    few.week_start_date,
    few.period_start_date,
    few.dimension,
    case when sides.is_in_all then 'all' else cells.shown_service end as shown_service,
    few.user_id,
    min(cells.place) as place
  from small_cell_users as few
  join cells
    on cells.period = few.period
    and cells.period_start_date = few.period_start_date
    and cells.dimension = few.dimension
    and cells.service = few.service
    and cells.segment = few.segment
  cross join (values (true), (false)) as sides (is_in_all)
  group by
    few.period,
    few.week_start_date,
    few.period_start_date,
    few.dimension,
    case when sides.is_in_all then 'all' else cells.shown_service end,
    few.user_id
),
new_users as (
  select
    period, week_start_date, period_start_date, dimension, shown_service, place, count(*) as users
  from first_places
  group by period, week_start_date, period_start_date, dimension, shown_service, place
),
users_so_far as (
  select
    *,
    sum(users) over (
      partition by period, period_start_date, dimension, shown_service
      order by place rows between unbounded preceding and current row
    ) as all_users
  from new_users
),
reached as (
  select period, week_start_date, period_start_date, dimension, shown_service, place
  from cells
  where users >= :minimum_users
  union all
  select period, week_start_date, period_start_date, dimension, shown_service, place
  from users_so_far
  where all_users >= :minimum_users
)
select
  period,
  week_start_date,
  period_start_date,
  dimension,
  shown_service,
  min(place) as place
from reached
group by period, week_start_date, period_start_date, dimension, shown_service
