-- question: Which topics pull the durable resolution rate down most, week after week? | 解決率を毎週引き下げているトピックはどれか
-- tables: topic_impacts_weekly
-- change: the metric, the service, and the number of weeks
-- impact = rate of all minus rate without the topic, mean of the last four final weeks; negative pulls down.
with
last_week as (
  select max(week_start_date) as week_start_date
  from topic_impacts_weekly
  where metric_id = 'durable_resolution_rate' and is_mature
)
select
  i.topic_id,
  max_by(i.label, i.week_start_date) as label,
  avg(i.impact) as impact,
  max(i.impact) as impact_at_best,
  sum(i.contacts) as contacts,
  count(*) as weeks
from topic_impacts_weekly as i
cross join last_week as w
where
  i.metric_id = 'durable_resolution_rate'
  and i.service = 'all'
  and i.is_mature
  and not i.is_suppressed
  and i.week_start_date > w.week_start_date - interval 28 day
group by i.topic_id
order by impact nulls last, i.topic_id
limit 20
