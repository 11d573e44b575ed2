-- place: internal
-- grain: one row per week, dimension (topic, channel), service, side and segment's place the side may withhold
-- Step 3 of withheld_cells_weekly looks at each service with withheld cells beside the largest service (the hub), and at
-- the hub beside it: the places of segments both have. Step 4 looks at each of the two alone.
create or replace temporary view common_places_weekly (
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）',
  dimension comment 'what the segments are: topic, channel | 分解の軸',
  service comment 'service with withheld cells, other than the hub | 秘匿のあるサービス（最大のサービスを除く）',
  looking comment 'the side: this service or the hub | 比べる側（そのサービスか最大のサービス）',
  is_alone comment 'whether the side is looked at alone (step 4) | 単独で見るか（手順4）',
  place comment 'of a segment in the order in which segments are withheld | 秘匿の順番'
) comment 'Segments two services have in common | 二つのサービスに共通の区分' as
with
services as (
  select
    week_start_date,
    segment as service,
    row_number() over (
      partition by week_start_date order by users desc, contacts desc, segment) as nth
  from contact_counts_weekly
  where dimension = 'service'
),
pairs as (
  select distinct
    cell.week_start_date,
    cell.dimension,
    cell.service,
    hub.service as hub
  from cell_places_weekly as cell
  join services as hub on hub.week_start_date = cell.week_start_date and hub.nth = 1
  where cell.is_withheld and cell.service not in ('all', hub.service)
),
sides as (
  select
    week_start_date,
    dimension,
    service,
    hub,
    case when side.is_of_hub then hub else service end as looking,
    case when side.is_of_hub = side.is_alone then hub else service end as beside,
    side.is_alone
  from pairs
  cross join (
    values (false, false), (true, false), (false, true), (true, true)
  ) as side (is_of_hub, is_alone)
),
places as (
  select distinct week_start_date, dimension, service, place
  from cell_places_weekly
  where service <> 'all'
)
select
  side.week_start_date,
  side.dimension,
  side.service,
  side.looking,
  side.is_alone,
  own.place
from sides as side
join places as own
  on own.week_start_date = side.week_start_date
  and own.dimension = side.dimension
  and own.service = side.looking
join places as other
  on other.week_start_date = side.week_start_date
  and other.dimension = side.dimension
  and other.service = side.beside
  and other.place = own.place
