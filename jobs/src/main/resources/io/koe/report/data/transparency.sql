-- needs: metrics_weekly
-- Final figures by service: what may be quoted.
select metric_id, week_start_date, service, numerator, denominator, value, ci_low, ci_high, value_low, value_high,
  is_mature, is_suppressed, definition_version
from metrics_weekly
where week_start_date between :first_week and :week_start and is_mature and not is_suppressed
  and channel = 'all' and topic_id = 'all' and office = 'all'
  and metric_id in ('contacts', 'durable_resolution_rate', 'self_resolution_rate', 'first_reply_hours_median')
order by metric_id, service, week_start_date
