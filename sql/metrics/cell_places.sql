-- place: internal
-- grain: one row per week, period (day, week), dimension (channel, topic, office), service (and 'all') and segment with contacts
-- Step 1 of withheld_cells, and the order in which segments are withheld in all services: place is 0 for those that
-- are small in 'all', and rises by users of the week, contacts and name.
create or replace temporary view cell_places
comment 'small cells and the order of the others | 少数のセルと秘匿の順番' as
with
cells as (
  select
    cell.*,
    coalesce(own.is_withheld, false) as is_of_withheld_service,
    cell.fewest_users < :minimum_users as is_small
  from cell_sizes as cell
  left join withheld_services as own
    on own.period = cell.period
    and own.week_start_date = cell.week_start_date
    and own.service = cell.service
  where cell.dimension not in ('all', 'service')
),
-- By the week, for its days as well.
orders as (
  select
    week_start_date,
    dimension,
    service,
    segment,
    row_number() over (
      partition by week_start_date, dimension, case when service = 'all' then '' else segment end,
        service = 'all'
      order by users, contacts, case when service = 'all' then segment else service end
    ) as nth
  from cells
  where period = 'week'
),
columns_of_table as (
  select distinct
    cells.period,
    cells.week_start_date,
    cells.dimension,
    cells.segment,
    orders.nth as next_place,
    case when cells.is_small then 0 else orders.nth end as place
  from cells
  join orders
    on orders.week_start_date = cells.week_start_date
    and orders.dimension = cells.dimension
    and orders.service = cells.service
    and orders.segment = cells.segment
  where cells.service = 'all'
),
-- What is withheld of a segment covers enough users on each day, or in the week.
users_of_small_cells as (
  select
    few.period,
    few.period_start_date,
    few.dimension,
    few.segment,
    count(distinct few.user_id) as users
  from small_cell_users as few
  join cells
    on cells.period = few.period
    and cells.period_start_date = few.period_start_date
    and cells.dimension = few.dimension
    and cells.service = few.service
    and cells.segment = few.segment
  where cells.is_small or cells.is_of_withheld_service
  group by few.period, few.period_start_date, few.dimension, few.segment
),
uncovered as (
  select
    cells.period,
    cells.week_start_date,
    cells.period_start_date,
    cells.dimension,
    cells.segment
  from cells
  left join users_of_small_cells as small
    on small.period = cells.period
    and small.period_start_date = cells.period_start_date
    and small.dimension = cells.dimension
    and small.segment = cells.segment
  where cells.service <> 'all' and (cells.is_small or cells.is_of_withheld_service)
  group by
    cells.period, cells.week_start_date, cells.period_start_date, cells.dimension, cells.segment
  having max(cells.users) < :minimum_users and max(small.users) < :minimum_users
),
-- The next larger cell covers it if it has contacts whenever that is needed; else the whole segment is withheld.
next_cells as (
  select
    cells.period,
    cells.week_start_date,
    cells.dimension,
    cells.segment,
    cells.service,
    min(orders.nth) over (
      partition by cells.period, cells.week_start_date, cells.dimension, cells.segment
    ) = orders.nth as is_next,
    uncovered.period_start_date
  from cells
  join orders
    on orders.week_start_date = cells.week_start_date
    and orders.dimension = cells.dimension
    and orders.service = cells.service
    and orders.segment = cells.segment
  left join uncovered
    on uncovered.period = cells.period
    and uncovered.period_start_date = cells.period_start_date
    and uncovered.dimension = cells.dimension
    and uncovered.segment = cells.segment
  where cells.service <> 'all' and not cells.is_small and not cells.is_of_withheld_service
),
covers as (
  select
    period, week_start_date, dimension, segment, service, count(period_start_date) as times
  from next_cells
  where is_next
  group by period, week_start_date, dimension, segment, service
),
needs as (
  select period, week_start_date, dimension, segment, count(*) as times
  from uncovered
  group by period, week_start_date, dimension, segment
),
judged as (
  select distinct
    cells.period,
    cells.week_start_date,
    cells.dimension,
    cells.service,
    cells.segment,
    col.next_place,
    col.place,
    cells.service <> 'all'
      and (
        cells.is_small
        or cells.is_of_withheld_service
        or (
          needs.times is not null
          and (covers.service is null or covers.service = cells.service
            or covers.times < needs.times)
        )
      ) as is_withheld
  from cells
  join columns_of_table as col
    on col.period = cells.period
    and col.week_start_date = cells.week_start_date
    and col.dimension = cells.dimension
    and col.segment = cells.segment
  left join needs
    on needs.period = cells.period
    and needs.week_start_date = cells.week_start_date
    and needs.dimension = cells.dimension
    and needs.segment = cells.segment
  left join covers
    on covers.period = cells.period
    and covers.week_start_date = cells.week_start_date
    and covers.dimension = cells.dimension
    and covers.segment = cells.segment
)
select
  day_or_week.period,
  day_or_week.week_start_date,
  day_or_week.dimension,
  day_or_week.service,
  day_or_week.segment,
  day_or_week.next_place,
  day_or_week.place,
  day_or_week.is_withheld or coalesce(week.is_withheld, false) as is_withheld
from judged as day_or_week
left join judged as week
  on week.period = 'week'
  and week.week_start_date = day_or_week.week_start_date
  and week.dimension = day_or_week.dimension
  and week.service = day_or_week.service
  and week.segment = case when day_or_week.period = 'day' then day_or_week.segment end
