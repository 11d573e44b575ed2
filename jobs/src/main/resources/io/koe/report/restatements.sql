-- needs: restatements
select metric_id, period, metric_date, service, old_value, new_value, restated_date, reason
from restatements
where (restated_date between :week_start and :week_end or metric_date between :week_start and :week_end)
  and channel = 'all' and topic_id = 'all' and office = 'all'
order by restated_date desc, metric_date desc, period, metric_id, service
