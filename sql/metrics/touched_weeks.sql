-- place: internal
-- grain: one row per subject and ISO week whose figures this run computes anew; all other weeks stay as published
-- A week is touched while something in it is not final, and when a state of one of its contacts or the outcome
-- of one of its help sessions is not the published one. subject 'contacts': inquiries, help sessions and what is
-- counted from them. subject 'curves': these, and weeks not followed to the age of 336 hours yet. subject 'rates':
-- contacts, and weeks whose exposures or transactions, or contacts about them, have changed: a transaction's
-- contacts count for :lateness_days days. subject 'backlog': an open contact is in the backlog of every day until
-- it is resolved, so what happened on a day may change all days from then on: the weeks from the first day of
-- which a row or merge is new, or on which a contact whose topic has changed was opened, to the run's. Rows arrive
-- at most :lateness_days days late, and topics change for these only: a night computes few weeks, however long the
-- history.
create or replace temporary view touched_weeks comment 'weeks to compute anew | 再計算する週' as
with
known_weeks as (
  select week_start_date from inquiry_states_as_of where as_of_date = :run_date
  union
  select week_start_date from session_outcomes_now
  union
  select week_start_date from inquiry_states_before
  union
  select week_start_date from help_session_outcomes_before
),
-- By subject, until when after its Monday a week may still change by time alone.
open_weeks as (
  select subjects.subject, known_weeks.week_start_date
  from known_weeks
  cross join (values
    ('contacts', 168 + :horizon_hours + greatest(:stability_hours, 24 * :repeat_days)),
    ('curves', greatest(
      168 + :horizon_hours + greatest(:stability_hours, 24 * :repeat_days),
      168 + 336 + :stability_hours)),
    ('rates', 168 + :horizon_hours + greatest(:stability_hours, 24 * :repeat_days))
  ) as subjects (subject, open_hours)
  where
    cast(known_weeks.week_start_date as timestamp) + subjects.open_hours * interval 1 hour
    > cast(:changed_from as timestamp)
),
changed_weeks as (
  select subjects.subject, changed.week_start_date
  from (
    select week_start_date from changed_states
    union
    select week_start_date from changed_sessions
  ) as changed
  cross join (values ('contacts'), ('curves'), ('rates')) as subjects (subject)
),
digits as (
  select * from (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) as ten (digit)
),
backlog_days as (
  select backlog_from_date as from_date from changed_states where backlog_from_date is not null
  union
  select cast(occurred_at as date)
  from known_events
  where
    arrival_date between :resent_from and :run_date
    and event_type in ('resolved', 'reopened', 'merged', 'marked_spam', 'marked_test')
    and event_id in (
      select event_id
      from known_events
      where arrival_date between :changed_from and :run_date
    )
  union
  select cast(created_at as date)
  from known_inquiries
  where
    arrival_date between :resent_from and :run_date
    and inquiry_id in (
      select inquiry_id
      from known_inquiries
      where arrival_date between :changed_from and :run_date
    )
  union
  select cast(merged_at as date) from merge_chains where known_date >= :changed_from
  union
  select greatest(min(week_start_date), cast(:changed_from as date))
  from known_weeks
  having count(*) > 0
),
backlog_start as (
  select cast(date_trunc('week', cast(min(from_date) as timestamp)) as date) as first_week_date
  from backlog_days
),
backlog_weeks as (
  select
    cast(
      date_trunc('week', cast(:run_date as timestamp))
      - (ones.digit + 10 * tens.digit + 100 * hundreds.digit) * interval 7 day as date
    ) as week_start_date
  from digits as ones
  cross join digits as tens
  cross join digits as hundreds
),
exposed_weeks as (
  select cast(date_trunc('week', cast(exposure_date as timestamp)) as date) as week_start_date
  from known_exposures
  where arrival_date between :changed_from and :run_date
  union
  select cast(date_trunc('week', created_at) as date)
  from landed_transactions
  where arrival_date between :changed_from and :run_date
  union
  -- Of earlier nights those that have come again, and those whose week may change by time.
  select cast(date_trunc('week', created_at) as date)
  from landed_transactions
  where
    arrival_date >= :resent_from
    and arrival_date < :changed_from
    and (
      transaction_id in (
        select transaction_id
        from landed_transactions
        where arrival_date between :changed_from and :run_date
      )
      or date_trunc('week', created_at) + (168 + 24 * :lateness_days) * interval 1 hour
        > cast(:changed_from as timestamp)
    )
  union
  select cast(date_trunc('week', moved.created_at) as date)
  from landed_transactions as moved
  join changed_states on changed_states.transaction_id = moved.transaction_id
  where
    moved.arrival_date between (
      select cast(min(week_start_date) - (:lateness_days + 2) * interval 1 day as date)
      from changed_states
    ) and :run_date
)
select subject, week_start_date from open_weeks
union
select subject, week_start_date from changed_weeks
union
select 'rates' as subject, week_start_date from exposed_weeks
union
select 'backlog' as subject, backlog_weeks.week_start_date
from backlog_weeks
join backlog_start on backlog_weeks.week_start_date >= backlog_start.first_week_date
