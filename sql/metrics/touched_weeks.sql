-- place: internal
-- grain: one row per subject and ISO week whose figures this run computes anew; all other weeks stay as published
-- A week is touched while something in it is not final, and when a state of one of its contacts or the outcome
-- of one of its help sessions is not the published one. subject 'contacts': inquiries, help sessions and what is
-- counted from them. subject 'rates': these, and weeks whose exposures or transactions, or contacts about them,
-- have changed: a transaction's contacts count for :lateness_days days.
create or replace temporary view touched_weeks comment 'weeks to compute anew | 再計算する週' as
with
states_now as (
  select
    inquiry_id,
    user_id,
    service,
    channel,
    office,
    topic_id,
    transaction_id,
    created_at,
    created_date,
    merged_into_id,
    is_merged,
    is_spam,
    is_test,
    is_counted,
    issue_id,
    is_repeat,
    next_contact_at,
    first_reply_at,
    first_reply_hours,
    public_agent_replies,
    customer_messages,
    transfers,
    first_resolved_at,
    last_resolved_at,
    durably_resolved_at,
    fully_resolved_at,
    full_resolution_hours,
    resolves,
    reopens,
    customer_reopens,
    resolves_in_horizon,
    reopened_resolves,
    unfinished_resolves,
    is_resolved_now,
    is_durably_resolved,
    is_fcr_no_repeat,
    is_one_touch_eq1,
    is_one_touch_lt2,
    is_fcr_customer0,
    is_closed_once_one_agent,
    week_start_date
  from inquiry_states_as_of
  where as_of_date = :run_date
),
states_before as (
  select
    before.inquiry_id,
    before.user_id,
    before.service,
    before.channel,
    before.office,
    before.topic_id,
    before.transaction_id,
    before.created_at,
    before.created_date,
    before.merged_into_id,
    before.is_merged,
    before.is_spam,
    before.is_test,
    before.is_counted,
    before.issue_id,
    before.is_repeat,
    before.next_contact_at,
    before.first_reply_at,
    before.first_reply_hours,
    before.public_agent_replies,
    before.customer_messages,
    before.transfers,
    before.first_resolved_at,
    before.last_resolved_at,
    before.durably_resolved_at,
    before.fully_resolved_at,
    before.full_resolution_hours,
    before.resolves,
    before.reopens,
    before.customer_reopens,
    before.resolves_in_horizon,
    before.reopened_resolves,
    before.unfinished_resolves,
    before.is_resolved_now,
    before.is_durably_resolved,
    before.is_fcr_no_repeat,
    before.is_one_touch_eq1,
    before.is_one_touch_lt2,
    before.is_fcr_customer0,
    before.is_closed_once_one_agent,
    before.week_start_date
  from inquiry_states_before as before
  join states_now on states_now.inquiry_id = before.inquiry_id
),
changed_states as (
  (select * from states_now except select * from states_before)
  union all
  (select * from states_before except select * from states_now)
),
sessions_before as (
  select before.*
  from help_session_outcomes_before as before
  join session_outcomes_now as outcome on outcome.session_id = before.session_id
),
changed_sessions as (
  (select * from session_outcomes_now except select * from sessions_before)
  union all
  (select * from sessions_before except select * from session_outcomes_now)
),
contact_weeks as (
  select week_start_date from changed_states
  union
  select week_start_date from changed_sessions
  union
  select week_start_date
  from (
    select week_start_date from states_now
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
