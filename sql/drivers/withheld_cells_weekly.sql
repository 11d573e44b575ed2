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
-- The last place to withhold in both, if there is one.
in_common as (
  select week_start_date, dimension, service, max(place) as place
  from enough_users_weekly
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
  from common_places_weekly as side
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
  from common_places_weekly as side
  join enough_users_weekly as enough
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
  cell.week_start_date,
  cell.dimension,
  cell.service,
  cell.segment,
  cell.is_withheld or every.place is not null or common.place is not null as is_withheld
from cell_places_weekly as cell
left join withheld_in_all as every
  on every.week_start_date = cell.week_start_date
  and every.dimension = cell.dimension
  and every.place = cell.place
left join withheld_in_both as common
  on common.week_start_date = cell.week_start_date
  and common.dimension = cell.dimension
  and common.service = cell.service
  and common.place = cell.place
