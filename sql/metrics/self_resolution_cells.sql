-- place: internal
-- grain: one row per period, service (all = total) and metric, unsuppressed
-- self_resolution_rate (w) and self_resolution_rate_72h: the value is what is proven (confirmed); value_high adds
-- what is assumed. The truth lies between.
-- self_service_ratio_*: as help desks print them; no shares, so no bounds but maturity, and no interval.
-- bot_*: over one eligible set, the requests a bot could have answered: bot sessions whose outcome can be told, and
-- counted contacts that no bot session led to. involvement = bot sessions / eligible, resolution = resolved / bot
-- sessions, automation = resolved / eligible = involvement x resolution. Columns as in metric_cells_as_of; these
-- cells have no number.
create or replace temporary view self_resolution_cells
comment 'self-resolution as a metric | 自己解決率' as
with
-- A contact may come a week after its session.
bot_contacts as (
  select distinct inquiry_id
  from help_session_outcomes
  where
    entry = 'bot'
    and inquiry_id is not null
    and week_start_date >= (
      select cast(min(week_start_date) - interval 7 day as date)
      from touched_weeks
      where subject = 'contacts'
    )
),
requests as (
  select
    service,
    user_id,
    session_date as request_date,
    week_start_date,
    outcome,
    outcome_72_hours,
    case when entry = 'bot' then 'bot_session' else 'session' end as request
  from help_session_outcomes
  where week_start_date in (select week_start_date from touched_weeks where subject = 'contacts')
  union all
  select
    state.service,
    state.user_id,
    state.created_date,
    state.week_start_date,
    cast(null as string),
    cast(null as string),
    case when bot.inquiry_id is not null then 'bot_contact' else 'contact' end
  from inquiry_states as state
  left join bot_contacts as bot on bot.inquiry_id = state.inquiry_id
  where
    state.is_counted
    and state.week_start_date
      in (select week_start_date from touched_weeks where subject = 'contacts')
),
placed as (
  select
    period,
    case when period = 'day' then request_date else week_start_date end as period_start_date,
    case when by_service then service else 'all' end as service,
    user_id,
    outcome,
    outcome_72_hours,
    request
  from requests
  cross join (values (true), (false)) as cells (by_service)
  cross join (values ('day'), ('week')) as periods (period)
),
-- By user first: a cell's users are then its rows, and need no distinct count. Sessions without a log-in are one row.
by_user as (
  select
    period,
    period_start_date,
    service,
    user_id,
    count(outcome) as sessions,
    count_if(outcome = 'confirmed') as confirmed,
    count_if(outcome = 'assumed') as assumed,
    count_if(outcome = 'escalated') as escalated,
    count_if(outcome = 'immature') as immature,
    count_if(outcome_72_hours = 'confirmed') as confirmed_72,
    count_if(outcome_72_hours = 'assumed') as assumed_72,
    count_if(outcome_72_hours = 'escalated') as escalated_72,
    count_if(outcome_72_hours = 'immature') as immature_72,
    count_if(request = 'bot_session' and outcome = 'confirmed') as bot_confirmed,
    count_if(request = 'bot_session' and outcome = 'assumed') as bot_assumed,
    count_if(request = 'bot_session' and outcome = 'escalated') as bot_escalated,
    count_if(request = 'bot_session' and outcome = 'immature') as bot_immature,
    count_if(request in ('contact', 'bot_contact')) as contacts,
    count_if(request = 'contact') as contacts_without_bot
  from placed
  group by period, period_start_date, service, user_id
),
sums as (
  select
    period,
    period_start_date,
    service,
    cast(sum(sessions) as bigint) as sessions,
    cast(sum(confirmed) as bigint) as confirmed,
    cast(sum(confirmed + assumed) as bigint) as perhaps,
    cast(sum(confirmed + assumed + escalated) as bigint) as decided,
    cast(sum(immature) as bigint) as immature,
    cast(sum(confirmed_72) as bigint) as confirmed_72,
    cast(sum(confirmed_72 + assumed_72) as bigint) as perhaps_72,
    cast(sum(confirmed_72 + assumed_72 + escalated_72) as bigint) as decided_72,
    cast(sum(immature_72) as bigint) as immature_72,
    cast(sum(bot_confirmed) as bigint) as bot_confirmed,
    cast(sum(bot_confirmed + bot_assumed) as bigint) as bot_perhaps,
    cast(sum(bot_confirmed + bot_assumed + bot_escalated) as bigint) as bot_decided,
    cast(sum(bot_immature) as bigint) as bot_immature,
    cast(sum(bot_confirmed + bot_assumed + bot_escalated + contacts_without_bot) as bigint)
      as eligible,
    count_if(user_id is not null and sessions > 0) as session_users,
    count_if(user_id is not null and contacts > 0) as contact_users,
    count(user_id) as users,
    count_if(user_id is not null and bot_confirmed + bot_assumed + bot_escalated > 0) as bot_users,
    count_if(
      user_id is not null
      and bot_confirmed + bot_assumed + bot_escalated + contacts_without_bot > 0
    ) as eligible_users
  from by_user
  group by period, period_start_date, service
),
metrics as (
  select
    period,
    period_start_date,
    cast(period_start_date as timestamp)
      + case when period = 'day' then 1 else 7 end * interval 1 day as period_end_at,
    service,
    metric.metric_id,
    metric.is_share,
    metric.mature_hours,
    case metric.metric_id
      when 'self_resolution_rate' then confirmed
      when 'self_resolution_rate_72h' then confirmed_72
      when 'self_service_ratio_users' then session_users
      when 'self_service_ratio_sessions' then sessions
      when 'bot_involvement_rate' then bot_decided
      when 'bot_resolution_rate' then bot_confirmed
      when 'bot_automation_rate' then bot_confirmed
    end as hits,
    case metric.metric_id
      when 'self_resolution_rate' then perhaps
      when 'self_resolution_rate_72h' then perhaps_72
      when 'bot_involvement_rate' then bot_decided
      when 'bot_resolution_rate' then bot_perhaps
      when 'bot_automation_rate' then bot_perhaps
    end as hits_at_most,
    case metric.metric_id
      when 'self_resolution_rate' then decided
      when 'self_resolution_rate_72h' then decided_72
      when 'bot_resolution_rate' then bot_decided
      when 'bot_involvement_rate' then eligible
      when 'bot_automation_rate' then eligible
      else contact_users
    end as trials,
    case metric.metric_id
      when 'self_resolution_rate' then immature
      when 'self_resolution_rate_72h' then immature_72
      when 'bot_involvement_rate' then bot_immature
      when 'bot_resolution_rate' then bot_immature
      when 'bot_automation_rate' then bot_immature
      else 0
    end as open,
    case metric.metric_id
      when 'self_resolution_rate' then session_users
      when 'self_resolution_rate_72h' then session_users
      when 'bot_resolution_rate' then bot_users
      when 'bot_involvement_rate' then eligible_users
      when 'bot_automation_rate' then eligible_users
      else users
    end as users,
    case when metric.is_share then true else least(session_users, contact_users) >= :minimum_users
    end as are_both_sides_large
  from sums
  cross join (values
    ('self_resolution_rate', true, :session_hours),
    ('self_resolution_rate_72h', true, 72),
    ('self_service_ratio_users', false, :horizon_hours),
    ('self_service_ratio_sessions', false, :horizon_hours),
    ('bot_involvement_rate', true, greatest(:session_hours, :horizon_hours)),
    ('bot_resolution_rate', true, :session_hours),
    ('bot_automation_rate', true, greatest(:session_hours, :horizon_hours))
  ) as metric (metric_id, is_share, mature_hours)
  where sessions > 0
),
ripe as (
  select
    *,
    open = 0
    and cast(:run_date as timestamp) + interval 1 day
      >= period_end_at + mature_hours * interval 1 hour as is_mature
  from metrics
  where trials > 0
)
select
  :run_date as as_of_date,
  cast(null as int) as cell_id,
  period,
  period_start_date,
  metric_id,
  service,
  'all' as channel,
  'all' as topic_id,
  'all' as office,
  hits as numerator,
  trials as denominator,
  cast(hits as double) / trials as value,
  case when is_share then wilson_low(cast(least(hits, trials) as double), cast(trials as double))
  end as ci_low,
  case when is_share then wilson_high(cast(least(hits, trials) as double), cast(trials as double))
  end as ci_high,
  is_mature,
  case when is_share or is_mature then cast(hits as double) / trials end as value_low,
  case
    when is_share then cast(hits_at_most as double) / trials
    when is_mature then cast(hits as double) / trials
  end as value_high,
  cast(null as double) as follow_up_hours,
  users,
  users < :minimum_users or not are_both_sides_large as is_suppressed,
  1 as definition_version
from ripe
