-- place: internal
-- grain: one row per week, dimension (topic, channel), service and side with enough users
-- Of a side of common_places_weekly the first place up to which its cells have :minimum_users users together: that of a
-- cell that has them alone, or of small cells before it.
create or replace temporary view enough_users_weekly (
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）',
  dimension comment 'what the segments are: topic, channel | 分解の軸',
  service comment 'service with withheld cells, other than the hub | 秘匿のあるサービス（最大のサービスを除く）',
  looking comment 'the side: this service or the hub | 比べる側（そのサービスか最大のサービス）',
  is_alone comment 'whether the side is looked at alone (step 4) | 単独で見るか（手順4）',
  place comment 'first place up to which there are enough users | 利用者数が足りる最初の順番'
) comment 'Where a side has enough users | 利用者数が足りる順番' as
with cells_of_sides as (
  select
    side.week_start_date,
    side.dimension,
    side.service,
    side.looking,
    side.is_alone,
    side.place,
    cell.segment,
    cell.is_small
  from common_places_weekly as side
  join cell_places_weekly as cell
    on cell.week_start_date = side.week_start_date
    and cell.dimension = side.dimension
    and cell.service = side.looking
    and cell.place = side.place
),
first_places as (
  select
    cell.week_start_date,
    cell.dimension,
    cell.service,
    cell.looking,
    cell.is_alone,
    few.user_id,
    min(cell.place) as place
  from cells_of_sides as cell
  join few_users_weekly as few
    on few.week_start_date = cell.week_start_date
    and few.dimension = cell.dimension
    and few.service = cell.looking
    and few.segment = cell.segment
  group by
    cell.week_start_date, cell.dimension, cell.service, cell.looking, cell.is_alone, few.user_id
),
new_users as (
  select week_start_date, dimension, service, looking, is_alone, place, count(*) as users
  from first_places
  group by week_start_date, dimension, service, looking, is_alone, place
),
users_so_far as (
  select
    *,
    sum(users) over (
      partition by week_start_date, dimension, service, looking, is_alone order by place
      rows between unbounded preceding and current row) as all_users
  from new_users
)
select week_start_date, dimension, service, looking, is_alone, min(place) as place
from (
  select week_start_date, dimension, service, looking, is_alone, place
  from cells_of_sides
  where not is_small
  union all
  select week_start_date, dimension, service, looking, is_alone, place
  from users_so_far
  where all_users >= :minimum_users
) as reached
group by week_start_date, dimension, service, looking, is_alone
