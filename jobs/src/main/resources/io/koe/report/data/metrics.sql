-- needs: metrics_weekly
select metric_id, week_start_date, service, numerator, denominator, value, ci_low, ci_high,
  value_low, value_high, is_mature, is_suppressed
from metrics_weekly
where week_start_date between :first_week and :week_start
  and channel = 'all' and topic_id = 'all' and office = 'all'
order by metric_id, service, week_start_date
