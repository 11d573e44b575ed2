-- place: internal
-- grain: one row per night and candidate that was raised, from 16 nights before the run's first on
-- Nights of one kind of chance follow each other: at a rate of q a night, something is raised by
-- chance every 1 / q nights in each family. So it is a find at once only when its q is a twentieth
-- of the rate, and otherwise when it is raised for the second time in three nights.
create or replace temporary view emerging_finds (
  night_date comment 'night on which something was looked at | 夜',
  candidate_type comment 'topic, unassigned (the pool) or term | 候補の種類',
  candidate comment 'topic id, unassigned, or the term | 候補',
  observed comment 'inquiries of the night | 当夜の件数',
  expected comment 'inquiries to expect | 期待件数',
  strength comment 'rank among what is raised in the night, strongest first; null before the run | 強さの順位',
  is_alert comment 'whether it is a find: strong at once, or raised again within two nights | 警報か'
) comment 'What was raised, tonight and before | 検出された候補' as
with raised as (
  select night_date, candidate_type, candidate, observed, expected, q_value, strength
  from emerging_tests
  where is_raised
  union all
  select night_date, candidate_type, candidate, observed, expected, q_value,
    cast(null as int) as strength
  from emerging_daily_before
  where is_raised
    and night_date >= cast(cast(:first_date as date) - interval 16 day as date)
    and night_date < :first_date
)
select
  night_date,
  candidate_type,
  candidate,
  observed,
  expected,
  strength,
  q_value <= :false_discovery_rate / 20
    or coalesce(
      lag(night_date) over (partition by candidate_type, candidate order by night_date)
        >= cast(night_date - interval 2 day as date), false) as is_alert
from raised
