-- place: internal
-- grain: one row per week, dimension (topic, channel), service (and 'all') and segment with contacts
-- Which cells are shown only together, as segment 'withheld' of their service, so that none of fewer than
-- :minimum_users users is shown or can be solved from the totals of services and segments. "Next" is by users, contacts
-- and name, of the segment in 'all'.
--   1. In 'all', small segments are withheld; if their users are too few together, the next one too. A segment withheld
--      in 'all' is withheld in every service.
--   2. Small cells of a service are withheld. If the users of a segment's small cells are too few together, its next
--      larger cell is withheld too: 'all' minus the shown services covers no cell, or enough users.
--   3. A service with withheld cells and the largest service (the hub) each need enough users in segments withheld in
--      both; else a service's withheld row, less a segment's remainder, would be a small cell. The next segments they
--      have in common are withheld in both until they have.
--   4. Where they have too few in common, next segments of either are withheld in 'all' until both have enough users
--      among those.
-- So any sum of withheld rows of some services, less what it shares with remainders of segments, keeps enough users or
-- nothing: a way out of these services leads through the hub (3) or through what is withheld in 'all' (4).
create or replace temporary view withheld_cells_weekly (
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）',
  dimension comment 'what the segments are: topic, channel | 分解の軸',
  service comment 'service the contact is about; withheld for small ones together | サービス（withheld は秘匿分の合算）',
  segment comment 'value of the dimension | 軸の値',
  is_withheld comment 'whether the cell is shown only together with others | 秘匿分として合算するか'
) comment 'Cells shown only together | 合算して表示する区分' as
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
few_users as (
  select distinct
    cell.week_start_date,
    cell.dimension,
    cell.service,
    cell.segment,
    contact.user_id
  from cells as cell
  join contact_cells as contact
    on contact.week_start_date = cell.week_start_date
    and contact.dimension = cell.dimension
    and contact.service = cell.service
    and contact.segment = cell.segment
  where cell.is_small and cell.service <> 'all'
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
  from few_users as few
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
  from few_users
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
),
-- Step 3. Each service with withheld cells beside the hub, and the hub beside it; for step 4 each beside itself.
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
  from cells_of_services as cell
  join services as hub on hub.week_start_date = cell.week_start_date and hub.nth = 1
  where cell.is_withheld and cell.service <> hub.service
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
  select distinct week_start_date, dimension, service, place from cells_of_services
),
columns_of_sides as (
  select side.*, own.place
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
),
-- Enough users are reached with the first cell that has them, or with small cells together before.
enough_in_one as (
  select
    side.week_start_date,
    side.dimension,
    side.service,
    side.looking,
    side.is_alone,
    min(side.place) as place
  from columns_of_sides as side
  join cells_of_services as cell
    on cell.week_start_date = side.week_start_date
    and cell.dimension = side.dimension
    and cell.service = side.looking
    and cell.place = side.place
  where not cell.is_small
  group by side.week_start_date, side.dimension, side.service, side.looking, side.is_alone
),
first_places as (
  select
    side.week_start_date,
    side.dimension,
    side.service,
    side.looking,
    side.is_alone,
    few.user_id,
    min(side.place) as place
  from columns_of_sides as side
  join cells_of_services as cell
    on cell.week_start_date = side.week_start_date
    and cell.dimension = side.dimension
    and cell.service = side.looking
    and cell.place = side.place
  join few_users as few
    on few.week_start_date = cell.week_start_date
    and few.dimension = cell.dimension
    and few.service = cell.service
    and few.segment = cell.segment
  group by
    side.week_start_date, side.dimension, side.service, side.looking, side.is_alone, few.user_id
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
),
enough as (
  select week_start_date, dimension, service, looking, is_alone, min(place) as place
  from (
    select week_start_date, dimension, service, looking, is_alone, place from enough_in_one
    union all
    select week_start_date, dimension, service, looking, is_alone, place
    from users_so_far
    where all_users >= :minimum_users
  ) as reached
  group by week_start_date, dimension, service, looking, is_alone
),
-- The last place to withhold in both, if there is one.
in_common as (
  select week_start_date, dimension, service, max(place) as place
  from enough
  where not is_alone
  group by week_start_date, dimension, service
  having count(*) = 2
),
withheld_in_both as (
  select distinct
    side.week_start_date,
    side.dimension,
    side.looking as service,
    side.place
  from columns_of_sides as side
  join in_common
    on in_common.week_start_date = side.week_start_date
    and in_common.dimension = side.dimension
    and in_common.service = side.service
    and side.place <= in_common.place
  where not side.is_alone
),
-- Step 4.
withheld_in_all as (
  select distinct side.week_start_date, side.dimension, side.place
  from columns_of_sides as side
  join enough
    on enough.week_start_date = side.week_start_date
    and enough.dimension = side.dimension
    and enough.service = side.service
    and enough.looking = side.looking
    and enough.is_alone
    and side.place <= enough.place
  left join in_common
    on in_common.week_start_date = side.week_start_date
    and in_common.dimension = side.dimension
    and in_common.service = side.service
  where side.is_alone and in_common.place is null
)
select
  col.week_start_date,
  col.dimension,
  'all' as service,
  col.segment,
  col.place = 0 or every.place is not null as is_withheld
from columns_of_table as col
left join withheld_in_all as every
  on every.week_start_date = col.week_start_date
  and every.dimension = col.dimension
  and every.place = col.place
union all
select
  cell.week_start_date,
  cell.dimension,
  cell.service,
  cell.segment,
  cell.is_withheld or every.place is not null or common.place is not null as is_withheld
from cells_of_services as cell
left join withheld_in_all as every
  on every.week_start_date = cell.week_start_date
  and every.dimension = cell.dimension
  and every.place = cell.place
left join withheld_in_both as common
  on common.week_start_date = cell.week_start_date
  and common.dimension = cell.dimension
  and common.service = cell.service
  and common.place = cell.place
