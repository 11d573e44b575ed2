-- place: internal
-- grain: one row per clock and metric cell of the cohorts that are not, or have just become, mature
-- Just: no more than a week ago, by the time a metric of the clock takes to mature.
-- Kaplan–Meier's product-limit estimate, as of the run's date. Clocks run from creation and end at :horizon_hours:
-- 'durable' to the durable resolve, 'first_reply' to the first public agent reply, 'full_resolution' to the last
-- resolve; '…_business' are the same in business hours. What takes :stability_hours to settle is looked at as of
-- the cut-off less these hours, and an open contact is censored there; a first reply is known at once. A contact
-- whose horizon is over without the event never has it: it leaves last, at :horizon_hours, in business hours too,
-- so that quantiles of a mature cohort are the plain ones.
-- Interval: Greenwood's variance (Reports on Public Health and Medical Subjects 33 (1926) 1–26). That is 0 where
-- all or none are resolved; there the interval is Wilson's on the effective sample size (K. J. Rothman, Journal of
-- Chronic Diseases 31 (1978) 557–560), that of Peto's variance, at risk ÷ open share before (R. Peto et al.,
-- British Journal of Cancer 35 (1977) 1–39): without censoring the number of contacts, so that the interval is
-- the one of the mature rate. 3.84… is 1.96 squared.
create or replace temporary view resolution_estimates
comment 'Kaplan–Meier estimates of unfinished cohorts | 未確定期間のカプラン・マイヤー推定' as
with
recent as (
  select
    state.*,
    cast(state.created_date as timestamp) + interval 1 day as day_end_at,
    cast(state.week_start_date as timestamp) + interval 7 day as week_end_at,
    cast(:run_date as timestamp) + interval 1 day as cutoff_at
  from inquiry_states as state
  where
    state.is_counted
    and state.week_start_date in (
      select week_start_date from touched_weeks where subject = 'contacts'
    )
),
followed as (
  select
    recent.*,
    clocks.clock,
    cutoff_at - (clocks.mature_hours + 168) * interval 1 hour as oldest_end_at,
    cutoff_at - clocks.settling_hours * interval 1 hour as followed_at,
    cutoff_at >= created_at + :horizon_hours * interval 1 hour as is_horizon_over
  from recent
  cross join (values
    ('durable', :stability_hours, :horizon_hours + :stability_hours),
    ('first_reply', 0, :horizon_hours),
    ('first_reply_business', 0, :horizon_hours),
    ('full_resolution', :stability_hours, :horizon_hours),
    ('full_resolution_business', :stability_hours, :horizon_hours)
  ) as clocks (clock, settling_hours, mature_hours)
  where week_end_at >= cutoff_at - (clocks.mature_hours + 168) * interval 1 hour
),
judged as (
  select
    followed.*,
    case
      when clock = 'durable' then coalesce(is_durably_resolved, false)
      when clock in ('first_reply', 'first_reply_business')
        then coalesce(first_reply_hours <= :horizon_hours, false)
      else fully_resolved_at is not null and (is_horizon_over or fully_resolved_at <= followed_at)
    end as is_event,
    (ending.open_minutes_before - opening.open_minutes_before) / cast(60 as double)
    + least(greatest(hours_between(ending.opens_at, followed_at), 0), ending.open_hours)
    - least(greatest(hours_between(opening.opens_at, created_at), 0), opening.open_hours)
      as followed_business_hours
  from followed
  left join business_days as opening on opening.day_date = cast(followed.created_at as date)
  left join business_days as ending on ending.day_date = cast(followed.followed_at as date)
),
aged as (
  select
    clock,
    created_date,
    day_end_at,
    oldest_end_at,
    service,
    channel,
    topic_id,
    office,
    case when is_event then 1 else 0 end as is_event,
    case
      when is_event and clock = 'durable' then hours_between(created_at, durably_resolved_at)
      when is_event and clock = 'first_reply' then first_reply_hours
      when is_event and clock = 'first_reply_business' then first_reply_business_hours
      when is_event and clock = 'full_resolution' then full_resolution_hours
      when is_event then full_resolution_business_hours
      when clock <> 'durable' and is_horizon_over then cast(:horizon_hours as double)
      when followed_at < created_at then null
      when clock in ('first_reply_business', 'full_resolution_business')
        then followed_business_hours
      else least(hours_between(created_at, followed_at), cast(:horizon_hours as double))
    end as age_hours
  from judged
),
ages as (
  select
    aged.clock,
    cohort.cell_id,
    aged.age_hours,
    cast(sum(aged.is_event) as double) as events,
    cast(count(*) as double) as leaving
  from aged
  join cell_groups as cohort
    on cohort.created_date = aged.created_date
    and cohort.service = aged.service
    and cohort.channel = aged.channel
    and cohort.topic_id = aged.topic_id
    and cohort.office = aged.office
    and (cohort.period = 'week' or aged.day_end_at >= aged.oldest_end_at)
  where aged.age_hours >= 0
  group by aged.clock, cohort.cell_id, aged.age_hours
),
-- All that have not left before: both sums in the order of the curve, so that rows are sorted once.
at_risk as (
  select
    *,
    sum(leaving) over (
      partition by cell_id, clock
      order by age_hours rows between unbounded preceding and unbounded following
    )
    - coalesce(
      sum(leaving) over (
        partition by cell_id, clock
        order by age_hours rows between unbounded preceding and 1 preceding
      ),
      0.0e0
    ) as at_risk
  from ages
),
curve as (
  select
    *,
    case
      when
        max(case when events = at_risk then 1 else 0 end) over (
          partition by cell_id, clock
          order by age_hours rows between unbounded preceding and current row
        ) = 1
        then 0.0e0
      else exp(sum(case when events < at_risk then ln(1 - events / at_risk) else 0.0e0 end) over (
        partition by cell_id, clock
        order by age_hours rows between unbounded preceding and current row
      ))
    end as open_share,
    sum(
      case when events < at_risk then events / (at_risk * (at_risk - events)) else 0.0e0 end
    ) over (
      partition by cell_id, clock
      order by age_hours rows between unbounded preceding and current row
    ) as greenwood_sum
  from at_risk
),
ends as (
  select
    clock,
    cell_id,
    max(age_hours) as follow_up_hours,
    min(open_share) as open_share,
    min(open_share) * sqrt(max(greenwood_sum)) as standard_error,
    min(at_risk) / coalesce(min(open_share) filter (where open_share > 0), 1.0e0) as effective_size,
    min(age_hours) filter (where open_share <= 0.5 + 1e-12) as median_hours,
    min(age_hours) filter (where open_share <= 0.25 + 1e-12) as p75_hours,
    min(age_hours) filter (where open_share <= 0.1 + 1e-12) as p90_hours
  from curve
  group by clock, cell_id
)
select
  clock,
  cell_id,
  follow_up_hours,
  1 - open_share as estimate,
  case
    when standard_error > 0
      then greatest(0.0e0, 1 - open_share - 1.959963984540054 * standard_error)
    when open_share < 0.5 then effective_size / (effective_size + 3.8414588206941236)
    else 0.0e0
  end as estimate_low,
  case
    when standard_error > 0
      then least(1.0e0, 1 - open_share + 1.959963984540054 * standard_error)
    when open_share < 0.5 then 1.0e0
    else 3.8414588206941236 / (effective_size + 3.8414588206941236)
  end as estimate_high,
  median_hours,
  p75_hours,
  p90_hours
from ends
