-- place: internal
-- grain: one row per night, period, metric and cell (service × channel × topic × office), unsuppressed
-- One statement for days and weeks, for the run's date and for the nights on which a final value may have
-- changed, so that what is published and what is compared for restatements can't differ. Intervals only where
-- they are published.
create or replace temporary view metric_cells_as_of
comment 'metric cells as known on a night | ある夜の時点の指標' as
with
states as (
  select
    as_of_date,
    seen_before_date,
    inquiry_id,
    user_id,
    service,
    channel,
    topic_id,
    office,
    created_date,
    week_start_date,
    is_counted,
    case
      when is_merged then 'contacts_merged'
      when is_test then 'contacts_test'
      when is_spam then 'contacts_spam'
      else 'contacts'
    end as population,
    is_durably_resolved,
    is_resolved_now,
    is_fcr_no_repeat,
    is_one_touch_eq1,
    is_one_touch_lt2,
    is_fcr_customer0,
    is_closed_once_one_agent,
    resolves_in_horizon,
    reopened_resolves,
    unfinished_resolves,
    case when first_reply_hours <= :horizon_hours then first_reply_hours else 1e9 end
      as reply_hours,
    coalesce(full_resolution_hours, 1e9) as resolution_hours
  from inquiry_states_as_of
),
told as (
  select
    *,
    concat_ws(
      '|',
      user_id,
      service,
      channel,
      topic_id,
      office,
      population,
      cast(created_date as string),
      coalesce(cast(is_durably_resolved as string), '-'),
      coalesce(cast(is_fcr_no_repeat as string), '-'),
      coalesce(cast(is_one_touch_eq1 as string), '-'),
      coalesce(cast(is_one_touch_lt2 as string), '-'),
      coalesce(cast(is_fcr_customer0 as string), '-'),
      coalesce(cast(is_closed_once_one_agent as string), '-'),
      cast(resolves_in_horizon as string),
      cast(reopened_resolves as string),
      cast(reply_hours as string),
      cast(resolution_hours as string)
    ) as story
  from states
),
compared as (
  select
    *,
    lag(story) over (partition by inquiry_id order by as_of_date) as story_before,
    lag(as_of_date) over (partition by inquiry_id order by as_of_date) as before_date,
    lead(story) over (partition by inquiry_id order by as_of_date) as story_next,
    lead(as_of_date) over (partition by inquiry_id order by as_of_date) as next_date
  from told
),
flagged as (
  select
    *,
    seen_before_date = cast(as_of_date - interval 1 day as date)
    and (before_date is null or before_date < seen_before_date or story_before <> story)
      as is_new_story,
    next_date = cast(as_of_date + interval 1 day as date) and story_next <> story as is_old_story
  from compared
),
placed as (
  select
    flagged.*,
    period,
    case when period = 'day' then created_date else week_start_date end as period_start_date,
    case
      when period = 'day' then cast(created_date as timestamp) + interval 1 day
      else cast(week_start_date as timestamp) + interval 7 day
    end as period_end_at,
    case when by_service then service else 'all' end as in_service,
    case when by_channel then channel else 'all' end as in_channel,
    case when by_topic then topic_id else 'all' end as in_topic,
    case when by_office then office else 'all' end as in_office
  from flagged
  cross join (values
    (false, false, false, false),
    (true, false, false, false),
    (true, true, false, false),
    (true, false, true, false),
    (true, false, false, true),
    (false, true, false, false),
    (false, false, true, false),
    (false, false, false, true)
  ) as cells (by_service, by_channel, by_topic, by_office)
  cross join (values ('day'), ('week')) as periods (period)
),
-- On other nights only final cells that have changed: those an inquiry is in whose story did.
touched as (
  select
    as_of_date as night, period, period_start_date, period_end_at, in_service, in_channel, in_topic,
    in_office
  from placed
  where is_new_story
  union
  select
    next_date, period, period_start_date, period_end_at, in_service, in_channel, in_topic, in_office
  from placed
  where is_old_story
),
looked_at as (
  select cast(night - nights.before * interval 1 day as date) as as_of_date, touched.*
  from touched
  cross join (values (0), (1)) as nights (before)
  where period_end_at + :horizon_hours * interval 1 hour <= cast(night as timestamp)
),
looked_at_once as (
  select distinct
    as_of_date, period, period_start_date, in_service, in_channel, in_topic, in_office
  from looked_at
  where as_of_date < :run_date
),
members as (
  select placed.*, as_of_date as known_date
  from placed
  where as_of_date = :run_date
  union all
  select placed.*, looked_at_once.as_of_date
  from placed
  join looked_at_once
    on looked_at_once.period = placed.period
    and looked_at_once.period_start_date = placed.period_start_date
    and looked_at_once.in_service = placed.in_service
    and looked_at_once.in_channel = placed.in_channel
    and looked_at_once.in_topic = placed.in_topic
    and looked_at_once.in_office = placed.in_office
    and looked_at_once.as_of_date <= placed.as_of_date
    and (
      placed.seen_before_date is null or looked_at_once.as_of_date > placed.seen_before_date
    )
),
counts as (
  select
    known_date as as_of_date,
    cast(known_date as timestamp) + interval 1 day as cutoff_at,
    period,
    period_start_date,
    period_end_at,
    in_service,
    in_channel,
    in_topic,
    in_office,
    populations.metric_id,
    count(*) as numerator,
    count(distinct user_id) as users
  from members
  join (values
    ('contacts', 'contacts'),
    ('contacts_merged', 'contacts_merged'),
    ('contacts_spam', 'contacts_spam'),
    ('contacts_test', 'contacts_test'),
    ('contacts', 'contacts_gross'),
    ('contacts_merged', 'contacts_gross'),
    ('contacts_spam', 'contacts_gross'),
    ('contacts_test', 'contacts_gross')
  ) as populations (population, metric_id)
    on populations.population = members.population
  group by
    known_date, period, period_start_date, period_end_at, in_service, in_channel, in_topic,
    in_office, populations.metric_id
  having known_date = :run_date or count(distinct user_id) >= :minimum_users
),
rates as (
  select
    known_date as as_of_date,
    cast(known_date as timestamp) + interval 1 day as cutoff_at,
    period,
    period_start_date,
    period_end_at,
    in_service,
    in_channel,
    in_topic,
    in_office,
    count(*) as contacts,
    count(distinct user_id) as users,
    count_if(is_durably_resolved) as durable,
    count_if(is_durably_resolved is null) as durable_open,
    count_if(is_resolved_now) as resolved_now,
    count_if(is_fcr_no_repeat) as fcr_no_repeat,
    count_if(is_fcr_no_repeat is null) as fcr_no_repeat_open,
    count_if(is_one_touch_eq1) as eq1,
    count_if(is_one_touch_eq1 is null) as eq1_open,
    count_if(is_one_touch_lt2) as lt2,
    count_if(is_one_touch_lt2 is null) as lt2_open,
    count_if(is_fcr_customer0) as customer0,
    count_if(is_fcr_customer0 is null) as customer0_open,
    count_if(is_closed_once_one_agent) as one_agent,
    count_if(is_closed_once_one_agent is null) as one_agent_open,
    cast(sum(resolves_in_horizon) as bigint) as resolves,
    cast(sum(reopened_resolves) as bigint) as reopened,
    cast(sum(unfinished_resolves) as bigint) as reopened_open,
    percentile_disc(0.5) within group (order by reply_hours) as reply_median,
    percentile_disc(0.75) within group (order by reply_hours) as reply_p75,
    percentile_disc(0.9) within group (order by reply_hours) as reply_p90,
    percentile_disc(0.5) within group (order by resolution_hours) as resolution_median
  from members
  where is_counted
  group by
    known_date, period, period_start_date, period_end_at, in_service, in_channel, in_topic,
    in_office
  having known_date = :run_date or count(distinct user_id) >= :minimum_users
),
metrics as (
  select
    rates.*,
    metric.metric_id,
    metric.kind,
    metric.mature_hours,
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
      when 'full_resolution_hours_median' then resolution_median
    end as hours
  from rates
  cross join (values
    ('durable_resolution_rate', 'rate', :horizon_hours + :stability_hours),
    ('snapshot_resolution_rate', 'rate', null),
    ('reopen_rate', 'rate', :horizon_hours + :stability_hours),
    ('fcr_no_repeat', 'rate', :horizon_hours + 24 * :repeat_days),
    ('one_touch_eq1', 'rate', :horizon_hours + 24 * :repeat_days),
    ('one_touch_lt2', 'rate', :horizon_hours + 24 * :repeat_days),
    ('fcr_customer0', 'rate', :horizon_hours + 24 * :repeat_days),
    ('closed_once_one_agent', 'rate', :horizon_hours + 24 * :repeat_days),
    ('first_reply_hours_median', 'hours', :horizon_hours),
    ('first_reply_hours_p75', 'hours', :horizon_hours),
    ('first_reply_hours_p90', 'hours', :horizon_hours),
    ('full_resolution_hours_median', 'hours', :horizon_hours)
  ) as metric (metric_id, kind, mature_hours)
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
    case ripe.metric_id
      when 'first_reply_hours_median' then estimate.median_hours
      when 'first_reply_hours_p75' then estimate.p75_hours
      when 'first_reply_hours_p90' then estimate.p90_hours
    end as estimated_hours
  from ripe
  left join resolution_estimates as estimate
    on not ripe.is_mature
    and ripe.as_of_date = :run_date
    and estimate.clock = case
      when ripe.metric_id = 'durable_resolution_rate' then 'durable'
      when ripe.metric_id like 'first_reply_hours%' then 'first_reply'
    end
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
      when is_mature then cast(:horizon_hours as double)
      when metric_id like 'first_reply_hours%' then reached_hours
    end,
    users
  from estimated
  where kind = 'hours' and (is_mature or metric_id like 'first_reply_hours%')
)
select
  cells.*,
  users < :minimum_users as is_suppressed,
  1 as definition_version
from cells
where as_of_date = :run_date or is_mature
