-- place: internal
-- grain: one row per week, dimension (topic, channel), service (and 'all') and segment with contacts
-- Steps 1 and 2 of withheld_cells_weekly, and the order in which segments are withheld: place is 0 for all segments
-- withheld in 'all', which are one column of the table of services and segments, and rises by users, contacts and name.
create or replace temporary view cell_places_weekly (
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）',
  dimension comment 'what the segments are: topic, channel | 分解の軸',
  service comment 'service the contact is about; withheld for small ones together | サービス（withheld は秘匿分の合算）',
  segment comment 'value of the dimension | 軸の値',
  place comment 'of the segment in the order in which segments are withheld; 0: withheld in all services | 秘匿の順番（0 は全サービスで秘匿）',
  is_small comment 'whether the cell has fewer users than the minimum | 利用者数が下限未満か',
  is_withheld comment 'whether steps 1 and 2 withhold the cell | 手順1・2で秘匿するか'
) comment 'Small cells and the order of the others | 少数の区分と秘匿の順番' as
with
cells as (
  select
    week_start_date,
    dimension,
    service,
    segment,
    contacts,
    users,
    users < :minimum_users as is_small
  from contact_counts_weekly
  where dimension <> 'service'
),
-- Step 1. Whoever wrote about a small segment is among the few users of its cells.
segments as (
  select
    *,
    count(case when is_small then 1 end) over (partition by week_start_date, dimension)
      as small_segments,
    row_number() over (
      partition by week_start_date, dimension order by users, contacts, segment) as place
  from cells
  where service = 'all'
),
users_of_small_segments as (
  select few.week_start_date, few.dimension, count(distinct few.user_id) as users
  from few_users_weekly as few
  join segments as seg
    on seg.week_start_date = few.week_start_date
    and seg.dimension = few.dimension
    and seg.segment = few.segment
  where seg.is_small
  group by few.week_start_date, few.dimension
),
-- Segments withheld in 'all' are one column of the table of services and segments, the first.
columns_of_table as (
  select
    seg.week_start_date,
    seg.dimension,
    seg.segment,
    case
      when seg.place <= seg.small_segments
        or (seg.place = seg.small_segments + 1 and small.users < :minimum_users) then 0
      else seg.place
    end as place
  from segments as seg
  left join users_of_small_segments as small
    on small.week_start_date = seg.week_start_date and small.dimension = seg.dimension
),
-- Step 2.
users_of_small_cells as (
  select week_start_date, dimension, segment, count(distinct user_id) as users
  from few_users_weekly
  group by week_start_date, dimension, segment
),
placed as (
  select
    cell.*,
    col.place,
    count(case when cell.is_small then 1 end) over in_segment as small_cells,
    row_number() over (
      partition by cell.week_start_date, cell.dimension, cell.segment
      order by cell.users, cell.contacts, cell.service) as nth
  from cells as cell
  join columns_of_table as col
    on col.week_start_date = cell.week_start_date
    and col.dimension = cell.dimension
    and col.segment = cell.segment
  where cell.service <> 'all'
  window in_segment as (partition by cell.week_start_date, cell.dimension, cell.segment)
),
cells_of_services as (
  select
    placed.*,
    placed.place = 0
      or placed.is_small
      or coalesce(placed.nth = placed.small_cells + 1 and small.users < :minimum_users, false)
      as is_withheld
  from placed
  left join users_of_small_cells as small
    on small.week_start_date = placed.week_start_date
    and small.dimension = placed.dimension
    and small.segment = placed.segment
)
select
  seg.week_start_date,
  seg.dimension,
  seg.service,
  seg.segment,
  col.place,
  seg.is_small,
  col.place = 0 as is_withheld
from columns_of_table as col
join segments as seg
  on seg.week_start_date = col.week_start_date
  and seg.dimension = col.dimension
  and seg.segment = col.segment
union all
select week_start_date, dimension, service, segment, place, is_small, is_withheld
from cells_of_services
