-- place: internal
-- grain: one row per period and service (all = total), unsuppressed
-- The value is what is proven (confirmed); value_high adds what is assumed. The truth lies between.
create or replace temporary view self_resolution_cells
comment 'self-resolution as a metric | 自己解決率' as
with
sessions as (
  select
    'day' as period,
    session_date as period_start_date,
    cast(session_date as timestamp) + interval 1 day as period_end_at,
    service,
    user_id,
    outcome
  from help_session_outcomes
  where week_start_date in (select week_start_date from touched_weeks where subject = 'contacts')
  union all
  select
    'week',
    week_start_date,
    cast(week_start_date as timestamp) + interval 7 day,
    service,
    user_id,
    outcome
  from help_session_outcomes
  where week_start_date in (select week_start_date from touched_weeks where subject = 'contacts')
),
sums as (
  select
    period,
    period_start_date,
    period_end_at,
    case when by_service then service else 'all' end as service,
    count_if(outcome = 'confirmed') as confirmed,
    count_if(outcome in ('confirmed', 'assumed')) as perhaps,
    count_if(outcome in ('confirmed', 'assumed', 'escalated')) as decided,
    count_if(outcome = 'immature') as immature,
    count(distinct user_id) as users
  from sessions
  cross join (values (true), (false)) as cells (by_service)
  group by 1, 2, 3, 4
)
select
  :run_date as as_of_date,
  period,
  period_start_date,
  'self_resolution_rate' as metric_id,
  service,
  'all' as channel,
  'all' as topic_id,
  'all' as office,
  confirmed as numerator,
  decided as denominator,
  cast(confirmed as double) / nullif(decided, 0) as value,
  wilson_low(cast(confirmed as double), cast(decided as double)) as ci_low,
  wilson_high(cast(confirmed as double), cast(decided as double)) as ci_high,
  immature = 0
  and cast(:run_date as timestamp) + interval 1 day
    >= period_end_at + :session_hours * interval 1 hour as is_mature,
  cast(confirmed as double) / nullif(decided, 0) as value_low,
  cast(perhaps as double) / nullif(decided, 0) as value_high,
  cast(null as double) as follow_up_hours,
  users,
  users < :minimum_users as is_suppressed,
  1 as definition_version
from sums
where decided > 0
