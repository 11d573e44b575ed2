-- question: How did the durable resolution rate move, final weeks only? | 再発なし解決率（確定週のみ）はどう推移したか
-- tables: metrics_weekly
-- Other rates: put another metric_id (see definitions). Unfinished weeks are left out, not drawn low.
select
  iso_week,
  service,
  value as durable_resolution_rate,
  ci_low,
  ci_high,
  numerator as resolved,
  denominator as contacts,
  value - lag(value) over (partition by service order by week_start_date) as change
from metrics_weekly
where
  metric_id = 'durable_resolution_rate'
  and channel = 'all'
  and topic_id = 'all'
  and office = 'all'
  and is_mature
  and not is_suppressed
order by service, iso_week
