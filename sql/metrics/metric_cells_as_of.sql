-- place: internal
-- grain: one row per night, period, metric and cell (service × channel × topic × office), unsuppressed
-- One statement for days and weeks, for the run's date and for the nights on which a final value may have
-- changed, so that what is published and what is compared for restatements can't differ. Intervals only where
-- they are published.
create or replace temporary view metric_cells_as_of
comment 'metric cells as known on a night | ある夜の時点の指標' as
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
),
members as (
  select placed.*, as_of_date as known_date
  from placed
  where as_of_date = :run_date
  union all
  select placed.*, cell.as_of_date
  from placed
  join restated_cells as cell
    on cell.period = placed.period
    and cell.period_start_date = placed.period_start_date
    and cell.in_service = placed.in_service
    and cell.in_channel = placed.in_channel
    and cell.in_topic = placed.in_topic
    and cell.in_office = placed.in_office
    and cell.as_of_date <= placed.as_of_date
    and (placed.seen_before_date is null or cell.as_of_date > placed.seen_before_date)
),
-- By user first: a cell's users are then its rows, and need no distinct count.
by_user as (
  select
    known_date,
    period,
    period_start_date,
    in_service,
    in_channel,
    in_topic,
    in_office,
    user_id,
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
    sum(case when is_counted then resolves_in_horizon else 0 end) as resolves,
    sum(case when is_counted then reopened_resolves else 0 end) as reopened,
    sum(case when is_counted then unfinished_resolves else 0 end) as reopened_open
  from members
  group by known_date, period, period_start_date, in_service, in_channel, in_topic, in_office, user_id
),
by_cell as (
  select
    known_date,
    period,
    period_start_date,
    in_service,
    in_channel,
    in_topic,
    in_office,
    cast(sum(contacts) as bigint) as contacts,
    cast(sum(contacts_merged) as bigint) as contacts_merged,
    cast(sum(contacts_spam) as bigint) as contacts_spam,
    cast(sum(contacts_test) as bigint) as contacts_test,
    cast(sum(durable) as bigint) as durable,
    cast(sum(durable_open) as bigint) as durable_open,
    cast(sum(fcr_no_repeat) as bigint) as fcr_no_repeat,
    cast(sum(fcr_no_repeat_open) as bigint) as fcr_no_repeat_open,
    cast(sum(eq1) as bigint) as eq1,
    cast(sum(eq1_open) as bigint) as eq1_open,
    cast(sum(lt2) as bigint) as lt2,
    cast(sum(lt2_open) as bigint) as lt2_open,
    cast(sum(customer0) as bigint) as customer0,
    cast(sum(customer0_open) as bigint) as customer0_open,
    cast(sum(one_agent) as bigint) as one_agent,
    cast(sum(one_agent_open) as bigint) as one_agent_open,
    cast(sum(resolved_now) as bigint) as resolved_now,
    cast(sum(resolves) as bigint) as resolves,
    cast(sum(reopened) as bigint) as reopened,
    cast(sum(reopened_open) as bigint) as reopened_open,
    count_if(contacts > 0) as users,
    count(*) as contacts_gross_users,
    count_if(contacts_merged > 0) as contacts_merged_users,
    count_if(contacts_spam > 0) as contacts_spam_users,
    count_if(contacts_test > 0) as contacts_test_users
  from by_user
  group by known_date, period, period_start_date, in_service, in_channel, in_topic, in_office
),
dated as (
  select
    by_cell.*,
    known_date as as_of_date,
    cast(known_date as timestamp) + interval 1 day as cutoff_at,
    cast(period_start_date as timestamp)
      + case when period = 'day' then 1 else 7 end * interval 1 day as period_end_at
  from by_cell
),
counts as (
  select
    as_of_date,
    cutoff_at,
    period,
    period_start_date,
    period_end_at,
    in_service,
    in_channel,
    in_topic,
    in_office,
    population.metric_id,
    case population.metric_id
      when 'contacts' then contacts
      when 'contacts_merged' then contacts_merged
      when 'contacts_spam' then contacts_spam
      when 'contacts_test' then contacts_test
      when 'contacts_gross' then contacts + contacts_merged + contacts_spam + contacts_test
    end as numerator,
    case population.metric_id
      when 'contacts' then users
      when 'contacts_merged' then contacts_merged_users
      when 'contacts_spam' then contacts_spam_users
      when 'contacts_test' then contacts_test_users
      when 'contacts_gross' then contacts_gross_users
    end as users
  from dated
  cross join (values
    ('contacts'),
    ('contacts_merged'),
    ('contacts_spam'),
    ('contacts_test'),
    ('contacts_gross')
  ) as population (metric_id)
),
rates as (
  select
    dated.*,
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
  from dated
  join time_quantiles as quantiles
    on quantiles.known_date = dated.known_date
    and quantiles.period = dated.period
    and quantiles.period_start_date = dated.period_start_date
    and quantiles.in_service = dated.in_service
    and quantiles.in_channel = dated.in_channel
    and quantiles.in_topic = dated.in_topic
    and quantiles.in_office = dated.in_office
  where dated.as_of_date = :run_date or dated.users >= :minimum_users
),
metrics as (
  select
    rates.*,
    metric.metric_id,
    metric.kind,
    metric.mature_hours,
    metric.clock,
    case metric.metric_id
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
    case metric.metric_id when 'reopen_rate' then resolves else contacts end as trials,
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
    end as hours
  from rates
  cross join (values
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
ripe as (
  select
    *,
    coalesce(cutoff_at >= period_end_at + mature_hours * interval 1 hour, false) as is_mature
  from metrics
),
estimated as (
  select
    ripe.*,
    estimate.follow_up_hours as reached_hours,
    estimate.estimate,
    estimate.estimate_low,
    estimate.estimate_high,
    case
      when ripe.metric_id like '%median' then estimate.median_hours
      when ripe.metric_id like '%p75' then estimate.p75_hours
      else estimate.p90_hours
    end as estimated_hours
  from ripe
  left join resolution_estimates as estimate
    on not ripe.is_mature
    and ripe.as_of_date = :run_date
    and estimate.clock = ripe.clock
    and estimate.period = ripe.period
    and estimate.period_start_date = ripe.period_start_date
    and estimate.service = ripe.in_service
    and estimate.channel = ripe.in_channel
    and estimate.topic_id = ripe.in_topic
    and estimate.office = ripe.in_office
),
cells as (
  select
    as_of_date,
    period,
    period_start_date,
    metric_id,
    in_service as service,
    in_channel as channel,
    in_topic as topic_id,
    in_office as office,
    numerator,
    cast(null as bigint) as denominator,
    cast(numerator as double) as value,
    case
      when as_of_date = :run_date and users >= :minimum_users
        then garwood_low(cast(numerator as double))
    end as ci_low,
    case
      when as_of_date = :run_date and users >= :minimum_users
        then garwood_high(cast(numerator as double))
    end as ci_high,
    cutoff_at >= period_end_at + :horizon_hours * interval 1 hour as is_mature,
    case
      when cutoff_at >= period_end_at + :horizon_hours * interval 1 hour
        then cast(numerator as double)
    end as value_low,
    case
      when cutoff_at >= period_end_at + :horizon_hours * interval 1 hour
        then cast(numerator as double)
    end as value_high,
    cast(null as double) as follow_up_hours,
    users
  from counts
  where numerator > 0 and (as_of_date = :run_date or users >= :minimum_users)
  union all
  select
    as_of_date,
    period,
    period_start_date,
    metric_id,
    in_service,
    in_channel,
    in_topic,
    in_office,
    hits,
    trials,
    case
      when metric_id = 'durable_resolution_rate' and not is_mature then estimate
      when is_mature or metric_id = 'snapshot_resolution_rate'
        then cast(hits as double) / trials
    end,
    case
      when metric_id = 'durable_resolution_rate' and not is_mature then estimate_low
      when (is_mature or metric_id = 'snapshot_resolution_rate')
        and as_of_date = :run_date
        and users >= :minimum_users
        then wilson_low(cast(hits as double), cast(trials as double))
    end,
    case
      when metric_id = 'durable_resolution_rate' and not is_mature then estimate_high
      when (is_mature or metric_id = 'snapshot_resolution_rate')
        and as_of_date = :run_date
        and users >= :minimum_users
        then wilson_high(cast(hits as double), cast(trials as double))
    end,
    is_mature,
    cast(hits as double) / trials,
    cast(hits + open as double) / trials,
    case
      when metric_id = 'durable_resolution_rate' and is_mature then cast(:horizon_hours as double)
      when metric_id = 'durable_resolution_rate' then reached_hours
    end,
    users
  from estimated
  where kind = 'rate' and trials > 0
  union all
  select
    as_of_date,
    period,
    period_start_date,
    metric_id,
    in_service,
    in_channel,
    in_topic,
    in_office,
    cast(null as bigint),
    trials,
    case when is_mature then nullif(hours, 1e9) else estimated_hours end,
    null,
    null,
    is_mature,
    case when is_mature then nullif(hours, 1e9) end,
    case when is_mature then nullif(hours, 1e9) end,
    case
      when clock like '%business' then null
      when is_mature then cast(:horizon_hours as double)
      else reached_hours
    end,
    users
  from estimated
  where kind = 'hours'
)
select
  cells.*,
  users < :minimum_users as is_suppressed,
  1 as definition_version
from cells
where as_of_date = :run_date or is_mature
