-- needs: topic_impacts_weekly
-- Of the newest final week; the six strongest either way.
with newest as (
  select max(week_start_date) as week_start_date
  from topic_impacts_weekly
  where week_start_date between :first_week and :week_start
    and metric_id = 'durable_resolution_rate' and service = 'all' and is_mature
),
impacts as (
  select i.*, row_number() over (order by i.impact, i.topic_id) as from_worst,
    row_number() over (order by i.impact desc, i.topic_id) as from_best
  from topic_impacts_weekly as i
  join newest as n on n.week_start_date = i.week_start_date
  where i.metric_id = 'durable_resolution_rate' and i.service = 'all' and not i.is_suppressed and i.impact is not null
)
select week_start_date, service, topic_id, label, contacts, impact, value_all, value_without, is_mature
from impacts
where from_worst <= 6 or from_best <= 6
order by impact, topic_id
