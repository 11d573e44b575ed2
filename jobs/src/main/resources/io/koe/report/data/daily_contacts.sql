-- needs: metrics_daily
select metric_date, value, is_mature, is_suppressed
from metrics_daily
where metric_id = 'contacts' and metric_date between :first_week and :week_end
  and week_start_date between :first_week and :week_end
  and service = 'all' and channel = 'all' and topic_id = 'all' and office = 'all'
order by metric_date
