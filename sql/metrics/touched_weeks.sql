-- place: internal
-- grain: one row per subject and ISO week whose figures this run computes anew; all other weeks stay as published
-- A week is touched while something in it is not final, and when a state of one of its contacts or the outcome
-- of one of its help sessions is not the published one. subject 'contacts': inquiries, help sessions and what is
-- counted from them. subject 'rates': these, and weeks whose exposures or transactions, or contacts about them,
-- have changed: a transaction's contacts count for :lateness_days days.
create or replace temporary view touched_weeks comment 'weeks to compute anew | 再計算する週' as
with
contact_weeks as (
  select week_start_date from changed_states
  union
  select week_start_date from changed_sessions
  union
  select week_start_date
  from (
    select week_start_date from inquiry_states_as_of where as_of_date = :run_date
    union
    select week_start_date from session_outcomes_now
    union
    select week_start_date from inquiry_states_before
    union
    select week_start_date from help_session_outcomes_before
  ) as known
  where
    cast(week_start_date as timestamp)
      + (168 + :horizon_hours + greatest(:stability_hours, 24 * :repeat_days)) * interval 1 hour
    > cast(:changed_from as timestamp)
),
rate_weeks as (
  select week_start_date from contact_weeks
  union
  select cast(date_trunc('week', cast(exposure_date as timestamp)) as date)
  from landed_exposures
  where arrival_date between :changed_from and :run_date
  union
  select cast(date_trunc('week', created_at) as date)
  from landed_transactions
  where
    arrival_date between :resent_from and :run_date
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
  where moved.arrival_date <= :run_date
)
select 'contacts' as subject, week_start_date from contact_weeks
union all
select 'rates' as subject, week_start_date from rate_weeks
