-- place: internal
-- grain: one row per night, metric cell to compute as known on it, and group of inquiries in the cell
-- On the run's date all cells. A final cell may have changed on the nights on which the story of one of its
-- inquiries did: such a night and the one before it are compared for restatements.
create or replace temporary view cell_members
comment 'cells to compute by night and what they are made of | 夜ごとに計算するセルとその内訳' as
with
retold as (
  select
    sides.before,
    case when sides.is_new then as_of_date else next_date end as night,
    created_date,
    service,
    channel,
    topic_id,
    office
  from cell_states
  cross join (values (true, 0), (true, 1), (false, 0), (false, 1)) as sides (is_new, before)
  where case when sides.is_new then is_new_story else is_old_story end
),
restated_cells as (
  select distinct
    cast(retold.night - retold.before * interval 1 day as date) as known_date,
    inquiry_group.cell_id
  from retold
  join cell_groups as inquiry_group
    on inquiry_group.created_date = retold.created_date
    and inquiry_group.service = retold.service
    and inquiry_group.channel = retold.channel
    and inquiry_group.topic_id = retold.topic_id
    and inquiry_group.office = retold.office
  where
    cast(retold.night - retold.before * interval 1 day as date) < :run_date
    and cast(inquiry_group.period_start_date as timestamp)
      + case when inquiry_group.period = 'day' then 1 else 7 end * interval 1 day
      + :horizon_hours * interval 1 hour
      <= cast(retold.night as timestamp)
)
select
  cast(:run_date as date) as known_date,
  cell_id,
  created_date,
  service,
  channel,
  topic_id,
  office
from cell_groups
union all
select
  restated_cells.known_date,
  inquiry_group.cell_id,
  inquiry_group.created_date,
  inquiry_group.service,
  inquiry_group.channel,
  inquiry_group.topic_id,
  inquiry_group.office
from restated_cells
join cell_groups as inquiry_group on inquiry_group.cell_id = restated_cells.cell_id
