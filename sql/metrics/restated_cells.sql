-- place: internal
-- grain: one row per night before the run's date, period and cell to look at for restatements
-- A final cell may have changed on the nights on which the story of one of its inquiries did: such a night and
-- the one before it are compared.
create or replace temporary view restated_cells comment 'cells that may be restated | 訂正の可能性があるセル' as
with
slots as (
  select *
  from (values
    (false, false, false, false),
    (true, false, false, false),
    (true, true, false, false),
    (true, false, true, false),
    (true, false, false, true),
    (false, true, false, false),
    (false, false, true, false),
    (false, false, false, true)
  ) as combinations (by_service, by_channel, by_topic, by_office)
  cross join (values ('day'), ('week')) as periods (period)
),
placed as (
  select
    state.*,
    period,
    case when period = 'day' then created_date else week_start_date end as period_start_date,
    case when by_service then service else 'all' end as in_service,
    case when by_channel then channel else 'all' end as in_channel,
    case when by_topic then topic_id else 'all' end as in_topic,
    case when by_office then office else 'all' end as in_office
  from cell_states as state
  cross join slots
  where is_new_story or is_old_story
),
touched as (
  select
    as_of_date as night, period, period_start_date, in_service, in_channel, in_topic, in_office
  from placed
  where is_new_story
  union
  select next_date, period, period_start_date, in_service, in_channel, in_topic, in_office
  from placed
  where is_old_story
)
select distinct
  cast(night - nights.before * interval 1 day as date) as as_of_date,
  period,
  period_start_date,
  in_service,
  in_channel,
  in_topic,
  in_office
from touched
cross join (values (0), (1)) as nights (before)
where
  cast(night - nights.before * interval 1 day as date) < :run_date
  and cast(period_start_date as timestamp)
    + case when period = 'day' then 1 else 7 end * interval 1 day
    + :horizon_hours * interval 1 hour
    <= cast(night as timestamp)
