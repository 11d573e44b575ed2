-- place: restricted
-- grain: one row per week, period (day, week), dimension, service (and 'all') and segment with contacts
-- partitioned by: week_start_date
-- question: Which cells of the shared tables are withheld, and why is a large one among them?
-- Which cells no shared table shows, so that none of fewer than :minimum_users users is shown or can be solved from
-- totals. A cell's days are shown all or none, and none where its week is withheld; so for a day what follows holds on
-- every day of its week. "Next" is by users of the week, contacts and name.
--   0. Nothing is shown of a period with fewer users in all. Small services are withheld, and next larger ones until
--      what is withheld covers enough users (withheld_services); no segment is shown of a service that is withheld.
--   1. Small cells of a segment are withheld; if their users are too few together, the next larger cell is, or all are.
--   2. Segments that are small in 'all' are withheld in every service, and next segments are until every service with a
--      withheld cell, and 'all', has enough users among these segments.
-- So a total of some services less what is shown of them, and less the remainders of segments that lie within them,
-- covers nobody or what one of these services has among the segments of step 2: enough users.
create or replace temporary view withheld_cells (
  period comment 'day: the cell in each day of the week; week: in the week | 期間（日・週）',
  dimension comment 'what the segments are: service, channel, topic, office; all is the total | 分解の軸',
  service comment 'service the segment is within; all = total | サービス',
  segment comment 'value of the dimension | 軸の値',
  is_withheld comment 'whether shared tables withhold the cell | 秘匿するか',
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）'
) comment 'which cells shared tables withhold | 共有テーブルで秘匿するセル' as
with
totals as (
  select period, week_start_date, min(users) < :minimum_users as is_small
  from cell_sizes
  where dimension = 'all'
  group by period, week_start_date
),
cells as (
  select
    place.*,
    case when coalesce(own.is_withheld, false) then 'withheld' else place.service end
      as shown_service
  from cell_places as place
  left join withheld_services as own
    on own.period = place.period
    and own.week_start_date = place.week_start_date
    and own.service = place.service
),
needed as (
  select distinct
    cells.period,
    cells.week_start_date,
    cells.dimension,
    cells.shown_service,
    size.period_start_date
  from cells
  join cell_sizes as size
    on size.period = cells.period
    and size.week_start_date = cells.week_start_date
    and size.dimension = cells.dimension
    and size.service = cells.service
    and size.segment = cells.segment
  where cells.place = 0 or cells.is_withheld
),
last_places as (
  select
    needed.week_start_date,
    needed.dimension,
    max(case when needed.period = 'week' then coalesce(enough.place, 1000000000) end) as of_week,
    max(coalesce(enough.place, 1000000000)) as of_days
  from needed
  left join enough_users as enough
    on enough.period = needed.period
    and enough.period_start_date = needed.period_start_date
    and enough.dimension = needed.dimension
    and enough.shown_service = needed.shown_service
  group by needed.week_start_date, needed.dimension
),
judged as (
  select
    cells.period,
    cells.week_start_date,
    cells.dimension,
    cells.service,
    cells.segment,
    cells.place = 0
      or cells.is_withheld
      or coalesce(
        cells.next_place <= case cells.period when 'week' then of_week else of_days end,
        false
      ) as is_withheld
  from cells
  left join last_places
    on last_places.week_start_date = cells.week_start_date
    and last_places.dimension = cells.dimension
  union all
  select period, week_start_date, 'service', 'all', service, is_withheld
  from withheld_services
  union all
  select period, week_start_date, 'all', 'all', 'all', is_small
  from totals
)
select
  judged.period,
  judged.dimension,
  judged.service,
  judged.segment,
  judged.is_withheld or own.is_small or coalesce(week.is_small, false) as is_withheld,
  judged.week_start_date
from judged
join totals as own
  on own.period = judged.period and own.week_start_date = judged.week_start_date
left join totals as week
  on week.period = 'week' and week.week_start_date = judged.week_start_date
