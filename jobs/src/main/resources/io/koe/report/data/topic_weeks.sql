-- needs: metrics_weekly
-- Six weeks of each topic; whether a week is final is said of its resolution, the last to be so.
select
  topic_id, week_start_date,
  max(value) filter (where metric_id = 'contacts') as contacts,
  max(value) filter (where metric_id = 'durable_resolution_rate') as resolution,
  max(ci_low) filter (where metric_id = 'durable_resolution_rate') as ci_low,
  max(ci_high) filter (where metric_id = 'durable_resolution_rate') as ci_high,
  max(value_low) filter (where metric_id = 'durable_resolution_rate') as value_low,
  max(value_high) filter (where metric_id = 'durable_resolution_rate') as value_high,
  max(value) filter (where metric_id = 'first_reply_hours_median') as first_reply_hours,
  bool_and(is_mature) as is_mature,
  bool_or(is_suppressed) as is_suppressed
from metrics_weekly
where week_start_date between :week_start - interval 35 day and :week_start
  and service = 'all' and channel = 'all' and office = 'all' and topic_id <> 'all'
  and metric_id in ('contacts', 'durable_resolution_rate', 'first_reply_hours_median')
group by topic_id, week_start_date
order by topic_id, week_start_date desc
