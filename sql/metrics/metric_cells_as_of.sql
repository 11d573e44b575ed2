-- place: internal
-- grain: one row per night, period, metric and cell (service × channel × topic × office), unsuppressed
-- One statement for days and weeks, for the run's date and for the nights on which a final value may have
-- changed, so that what is published and what is compared for restatements can't differ. Intervals only where
-- they are published.
create or replace temporary view metric_cells_as_of
comment 'metric cells as known on a night | ある夜の時点の指標' as
with
by_cell as (
  select
    member.known_date,
    member.cell_id,
    count_if(population = 'contacts') as contacts,
    count_if(population = 'contacts_merged') as contacts_merged,
    count_if(population = 'contacts_spam') as contacts_spam,
    count_if(population = 'contacts_test') as contacts_test,
    count_if(is_counted and is_durably_resolved) as durable,
    count_if(is_counted and is_durably_resolved is null) as durable_open,
    count_if(is_counted and is_fcr_no_repeat) as fcr_no_repeat,
    count_if(is_counted and is_fcr_no_repeat is null) as fcr_no_repeat_open,
    count_if(is_counted and is_one_touch_eq1) as eq1,
    count_if(is_counted and is_one_touch_eq1 is null) as eq1_open,
    count_if(is_counted and is_one_touch_lt2) as lt2,
    count_if(is_counted and is_one_touch_lt2 is null) as lt2_open,
    count_if(is_counted and is_fcr_customer0) as customer0,
    count_if(is_counted and is_fcr_customer0 is null) as customer0_open,
    count_if(is_counted and is_closed_once_one_agent) as one_agent,
    count_if(is_counted and is_closed_once_one_agent is null) as one_agent_open,
    count_if(is_counted and is_resolved_now) as resolved_now,
    cast(sum(case when is_counted then resolves_in_horizon else 0 end) as bigint) as resolves,
    cast(sum(case when is_counted then reopened_resolves else 0 end) as bigint) as reopened,
    cast(sum(case when is_counted then unfinished_resolves else 0 end) as bigint) as reopened_open,
    count_if(is_only_row and population = 'contacts') as contacts_users,
    count_if(is_only_row and population = 'contacts_merged') as merged_users,
    count_if(is_only_row and population = 'contacts_spam') as spam_users,
    count_if(is_only_row and population = 'contacts_test') as test_users
  from cell_states as state
  join cell_members as member
    on member.created_date = state.created_date
    and member.service = state.service
    and member.channel = state.channel
    and member.topic_id = state.topic_id
    and member.office = state.office
    and member.known_date <= state.as_of_date
    and (state.seen_before_date is null or member.known_date > state.seen_before_date)
  group by member.known_date, member.cell_id
),
-- A user with one row is one user wherever that row is counted; only the others must be told apart.
frequent_users as (
  select
    member.known_date,
    member.cell_id,
    state.user_id,
    max(case when population = 'contacts' then 1 else 0 end) as has_contacts,
    max(case when population = 'contacts_merged' then 1 else 0 end) as has_merged,
    max(case when population = 'contacts_spam' then 1 else 0 end) as has_spam,
    max(case when population = 'contacts_test' then 1 else 0 end) as has_test
  from cell_states as state
  join cell_members as member
    on member.created_date = state.created_date
    and member.service = state.service
    and member.channel = state.channel
    and member.topic_id = state.topic_id
    and member.office = state.office
    and member.known_date <= state.as_of_date
    and (state.seen_before_date is null or member.known_date > state.seen_before_date)
  where not state.is_only_row
  group by member.known_date, member.cell_id, state.user_id
),
frequent as (
  select
    known_date,
    cell_id,
    cast(sum(has_contacts) as bigint) as contacts_users,
    cast(sum(has_merged) as bigint) as merged_users,
    cast(sum(has_spam) as bigint) as spam_users,
    cast(sum(has_test) as bigint) as test_users,
    count(*) as gross_users
  from frequent_users
  group by known_date, cell_id
),
named as (
  select distinct cell_id, period, period_start_date, in_service, in_channel, in_topic, in_office
  from cell_groups
),
sums as (
  select
    by_cell.*,
    by_cell.known_date as as_of_date,
    period,
    period_start_date,
    in_service,
    in_channel,
    in_topic,
    in_office,
    by_cell.contacts_users + coalesce(frequent.contacts_users, 0) as users,
    by_cell.merged_users + coalesce(frequent.merged_users, 0) as users_merged,
    by_cell.spam_users + coalesce(frequent.spam_users, 0) as users_spam,
    by_cell.test_users + coalesce(frequent.test_users, 0) as users_test,
    by_cell.contacts_users + by_cell.merged_users + by_cell.spam_users + by_cell.test_users
    + coalesce(frequent.gross_users, 0) as users_gross,
    cast(by_cell.known_date as timestamp) + interval 1 day as cutoff_at,
    cast(period_start_date as timestamp)
      + case when period = 'day' then 1 else 7 end * interval 1 day as period_end_at,
    reply_median,
    reply_p75,
    reply_p90,
    reply_business_median,
    reply_business_p75,
    reply_business_p90,
    resolution_median,
    resolution_p75,
    resolution_p90,
    resolution_business_median,
    resolution_business_p75,
    resolution_business_p90
  from by_cell
  join named on named.cell_id = by_cell.cell_id
  left join frequent
    on frequent.known_date = by_cell.known_date and frequent.cell_id = by_cell.cell_id
  left join time_quantiles as quantiles
    on quantiles.known_date = by_cell.known_date and quantiles.cell_id = by_cell.cell_id
),
metrics as (
  select
    as_of_date,
    cell_id,
    period,
    period_start_date,
    period_end_at,
    cutoff_at,
    in_service,
    in_channel,
    in_topic,
    in_office,
    metric.metric_id,
    metric.kind,
    metric.clock,
    coalesce(cutoff_at >= period_end_at + metric.mature_hours * interval 1 hour, false)
      as is_mature,
    case metric.metric_id
      when 'contacts' then contacts
      when 'contacts_merged' then contacts_merged
      when 'contacts_spam' then contacts_spam
      when 'contacts_test' then contacts_test
      when 'contacts_gross' then contacts + contacts_merged + contacts_spam + contacts_test
      when 'durable_resolution_rate' then durable
      when 'snapshot_resolution_rate' then resolved_now
      when 'reopen_rate' then reopened
      when 'fcr_no_repeat' then fcr_no_repeat
      when 'one_touch_eq1' then eq1
      when 'one_touch_lt2' then lt2
      when 'fcr_customer0' then customer0
      when 'closed_once_one_agent' then one_agent
    end as hits,
    case metric.metric_id
      when 'durable_resolution_rate' then durable_open
      when 'snapshot_resolution_rate' then 0
      when 'reopen_rate' then reopened_open
      when 'fcr_no_repeat' then fcr_no_repeat_open
      when 'one_touch_eq1' then eq1_open
      when 'one_touch_lt2' then lt2_open
      when 'fcr_customer0' then customer0_open
      when 'closed_once_one_agent' then one_agent_open
    end as open,
    case
      when metric.kind = 'count' then null
      when metric.metric_id = 'reopen_rate' then resolves
      else contacts
    end as trials,
    case metric.metric_id
      when 'first_reply_hours_median' then reply_median
      when 'first_reply_hours_p75' then reply_p75
      when 'first_reply_hours_p90' then reply_p90
      when 'first_reply_business_hours_median' then reply_business_median
      when 'first_reply_business_hours_p75' then reply_business_p75
      when 'first_reply_business_hours_p90' then reply_business_p90
      when 'full_resolution_hours_median' then resolution_median
      when 'full_resolution_hours_p75' then resolution_p75
      when 'full_resolution_hours_p90' then resolution_p90
      when 'full_resolution_business_hours_median' then resolution_business_median
      when 'full_resolution_business_hours_p75' then resolution_business_p75
      when 'full_resolution_business_hours_p90' then resolution_business_p90
    end as hours,
    case metric.metric_id
      when 'contacts_merged' then users_merged
      when 'contacts_spam' then users_spam
      when 'contacts_test' then users_test
      when 'contacts_gross' then users_gross
      else users
    end as users
  from sums
  cross join (values
    ('contacts', 'count', :horizon_hours, null),
    ('contacts_merged', 'count', :horizon_hours, null),
    ('contacts_spam', 'count', :horizon_hours, null),
    ('contacts_test', 'count', :horizon_hours, null),
    ('contacts_gross', 'count', :horizon_hours, null),
    ('durable_resolution_rate', 'rate', :horizon_hours + :stability_hours, 'durable'),
    ('snapshot_resolution_rate', 'rate', null, null),
    ('reopen_rate', 'rate', :horizon_hours + :stability_hours, null),
    ('fcr_no_repeat', 'rate', :horizon_hours + 24 * :repeat_days, null),
    ('one_touch_eq1', 'rate', :horizon_hours + 24 * :repeat_days, null),
    ('one_touch_lt2', 'rate', :horizon_hours + 24 * :repeat_days, null),
    ('fcr_customer0', 'rate', :horizon_hours + 24 * :repeat_days, null),
    ('closed_once_one_agent', 'rate', :horizon_hours + 24 * :repeat_days, null),
    ('first_reply_hours_median', 'hours', :horizon_hours, 'first_reply'),
    ('first_reply_hours_p75', 'hours', :horizon_hours, 'first_reply'),
    ('first_reply_hours_p90', 'hours', :horizon_hours, 'first_reply'),
    ('first_reply_business_hours_median', 'hours', :horizon_hours, 'first_reply_business'),
    ('first_reply_business_hours_p75', 'hours', :horizon_hours, 'first_reply_business'),
    ('first_reply_business_hours_p90', 'hours', :horizon_hours, 'first_reply_business'),
    ('full_resolution_hours_median', 'hours', :horizon_hours, 'full_resolution'),
    ('full_resolution_hours_p75', 'hours', :horizon_hours, 'full_resolution'),
    ('full_resolution_hours_p90', 'hours', :horizon_hours, 'full_resolution'),
    ('full_resolution_business_hours_median', 'hours', :horizon_hours, 'full_resolution_business'),
    ('full_resolution_business_hours_p75', 'hours', :horizon_hours, 'full_resolution_business'),
    ('full_resolution_business_hours_p90', 'hours', :horizon_hours, 'full_resolution_business')
  ) as metric (metric_id, kind, mature_hours, clock)
),
-- What is shown on the run's date, and what may be restated on a night before.
present as (
  select
    metrics.*,
    users < :minimum_users as is_suppressed,
    as_of_date = :run_date and users >= :minimum_users as has_interval
  from metrics
  where
    case kind when 'count' then hits > 0 else trials > 0 end
    and (as_of_date = :run_date or (is_mature and users >= :minimum_users))
),
estimated as (
  select
    present.*,
    estimate.follow_up_hours as reached_hours,
    estimate.estimate,
    estimate.estimate_low,
    estimate.estimate_high,
    case
      when present.metric_id like '%median' then estimate.median_hours
      when present.metric_id like '%p75' then estimate.p75_hours
      else estimate.p90_hours
    end as estimated_hours
  from present
  left join resolution_estimates as estimate
    on estimate.clock = present.clock
    and estimate.cell_id = case when not present.is_mature then present.cell_id end
)
select
  as_of_date,
  cell_id,
  period,
  period_start_date,
  metric_id,
  in_service as service,
  in_channel as channel,
  in_topic as topic_id,
  in_office as office,
  hits as numerator,
  trials as denominator,
  case
    when kind = 'count' then cast(hits as double)
    when kind = 'hours' and is_mature then nullif(hours, 1e9)
    when kind = 'hours' then estimated_hours
    when metric_id = 'durable_resolution_rate' and not is_mature then estimate
    when is_mature or metric_id = 'snapshot_resolution_rate' then cast(hits as double) / trials
  end as value,
  case
    when metric_id = 'durable_resolution_rate' and not is_mature then estimate_low
    when not has_interval or kind = 'hours' then null
    when kind = 'count' then garwood_low(cast(hits as double))
    when is_mature or metric_id = 'snapshot_resolution_rate'
      then wilson_low(cast(hits as double), cast(trials as double))
  end as ci_low,
  case
    when metric_id = 'durable_resolution_rate' and not is_mature then estimate_high
    when not has_interval or kind = 'hours' then null
    when kind = 'count' then garwood_high(cast(hits as double))
    when is_mature or metric_id = 'snapshot_resolution_rate'
      then wilson_high(cast(hits as double), cast(trials as double))
  end as ci_high,
  is_mature,
  case
    when kind = 'rate' then cast(hits as double) / trials
    when not is_mature then null
    when kind = 'count' then cast(hits as double)
    else nullif(hours, 1e9)
  end as value_low,
  case
    when kind = 'rate' then cast(hits + open as double) / trials
    when not is_mature then null
    when kind = 'count' then cast(hits as double)
    else nullif(hours, 1e9)
  end as value_high,
  case
    when kind = 'count' or clock is null or clock like '%business' then null
    when is_mature then cast(:horizon_hours as double)
    else reached_hours
  end as follow_up_hours,
  users,
  is_suppressed,
  1 as definition_version
from estimated
