-- place: internal
-- grain: one row per clock, period and cell of the cohorts that are not, or have just become, mature
-- Kaplan–Meier's product-limit estimate with Greenwood's variance, as of the run's date.
-- clock 'durable': from creation to the durable resolve; an open one is censored at the run's cut-off less
-- :stability_hours. clock 'first_reply': to the first public agent reply; censored at the cut-off. Both end at
-- :horizon_hours.
create or replace temporary view resolution_estimates
comment 'Kaplan–Meier estimates of unfinished cohorts | 未確定期間のカプラン・マイヤー推定' as
with
recent as (
  select
    *,
    cast(created_date as timestamp) + interval 1 day as day_end_at,
    cast(week_start_date as timestamp) + interval 7 day as week_end_at,
    cast(:run_date as timestamp) + interval 1 day as cutoff_at,
    cast(:run_date as timestamp) + interval 1 day
      - (:horizon_hours + :stability_hours + 168) * interval 1 hour as oldest_end_at
  from inquiry_states
  where
    is_counted
    and week_start_date in (select week_start_date from touched_weeks where subject = 'contacts')
),
cohorts as (
  select recent.*, 'day' as period, created_date as period_start_date
  from recent
  where day_end_at >= oldest_end_at
  union all
  select recent.*, 'week', week_start_date
  from recent
  where week_end_at >= oldest_end_at
),
clocks as (
  select
    period,
    period_start_date,
    service,
    channel,
    topic_id,
    office,
    'durable' as clock,
    case when is_durably_resolved then 1 else 0 end as is_event,
    case
      when is_durably_resolved then hours_between(created_at, durably_resolved_at)
      else least(
        hours_between(created_at, cutoff_at) - :stability_hours, cast(:horizon_hours as double)
      )
    end as age_hours
  from cohorts
  union all
  select
    period,
    period_start_date,
    service,
    channel,
    topic_id,
    office,
    'first_reply',
    case when first_reply_hours <= :horizon_hours then 1 else 0 end,
    least(
      coalesce(first_reply_hours, hours_between(created_at, cutoff_at)),
      cast(:horizon_hours as double)
    )
  from cohorts
),
ages as (
  select
    clock,
    period,
    period_start_date,
    case when by_service then service else 'all' end as service,
    case when by_channel then channel else 'all' end as channel,
    case when by_topic then topic_id else 'all' end as topic_id,
    case when by_office then office else 'all' end as office,
    age_hours,
    cast(sum(is_event) as double) as events,
    cast(count(*) as double) as leaving
  from clocks
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
  where age_hours >= 0
  group by 1, 2, 3, 4, 5, 6, 7, 8
),
at_risk as (
  select
    *,
    sum(leaving) over (
      partition by clock, period, period_start_date, service, channel, topic_id, office
      order by age_hours desc rows between unbounded preceding and current row
    ) as at_risk
  from ages
),
curve as (
  select
    *,
    case
      when
        max(case when events = at_risk then 1 else 0 end) over (
          partition by clock, period, period_start_date, service, channel, topic_id, office
          order by age_hours rows between unbounded preceding and current row
        ) = 1
        then 0.0e0
      else exp(sum(case when events < at_risk then ln(1 - events / at_risk) else 0.0e0 end) over (
        partition by clock, period, period_start_date, service, channel, topic_id, office
        order by age_hours rows between unbounded preceding and current row
      ))
    end as open_share,
    sum(
      case when events < at_risk then events / (at_risk * (at_risk - events)) else 0.0e0 end
    ) over (
      partition by clock, period, period_start_date, service, channel, topic_id, office
      order by age_hours rows between unbounded preceding and current row
    ) as greenwood_sum
  from at_risk
),
ends as (
  select
    clock,
    period,
    period_start_date,
    service,
    channel,
    topic_id,
    office,
    max(age_hours) as follow_up_hours,
    min(open_share) as open_share,
    min(open_share) * sqrt(max(greenwood_sum)) as standard_error,
    min(age_hours) filter (where open_share <= 0.5 + 1e-12) as median_hours,
    min(age_hours) filter (where open_share <= 0.25 + 1e-12) as p75_hours,
    min(age_hours) filter (where open_share <= 0.1 + 1e-12) as p90_hours
  from curve
  group by clock, period, period_start_date, service, channel, topic_id, office
)
select
  clock,
  period,
  period_start_date,
  service,
  channel,
  topic_id,
  office,
  follow_up_hours,
  1 - open_share as estimate,
  greatest(0.0e0, 1 - open_share - 1.959963984540054 * standard_error) as estimate_low,
  least(1.0e0, 1 - open_share + 1.959963984540054 * standard_error) as estimate_high,
  median_hours,
  p75_hours,
  p90_hours
from ends
