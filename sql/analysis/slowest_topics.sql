-- question: In which topics do one in ten customers wait longest for a resolution? | 解決までが最も長いトピック（90％点）はどれか
-- tables: metrics_weekly, topics
-- change: the service, and the number of weeks
-- p90 of the hours to the last resolve, the worst of the last four final weeks and its middle. Open contacts are
-- censored, not dropped: an empty value means that more than one in ten were never resolved within the horizon.
with
names as (
  select topic_id, max_by(label, valid_from) as label
  from topics
  group by topic_id
),
last_week as (
  select max(week_start_date) as week_start_date
  from metrics_weekly
  where metric_id = 'full_resolution_hours_p90' and is_mature
),
hours as (
  select
    m.topic_id,
    count(*) as weeks,
    count(case when m.value is null then 1 end) as weeks_beyond_horizon,
    max(m.value) as p90_hours_worst,
    median(m.value) as p90_hours_middle,
    sum(m.denominator) as contacts
  from metrics_weekly as m
  cross join last_week as w
  where
    m.metric_id = 'full_resolution_hours_p90'
    and m.service = 'all'
    and m.channel = 'all'
    and m.office = 'all'
    and m.is_mature
    and not m.is_suppressed
    and m.week_start_date > w.week_start_date - interval 28 day
  group by m.topic_id
)
select
  h.topic_id,
  coalesce(n.label, h.topic_id) as label,
  cast(h.contacts as bigint) as contacts,
  h.p90_hours_middle,
  h.p90_hours_worst,
  h.weeks,
  h.weeks_beyond_horizon
from hours as h
left join names as n on n.topic_id = h.topic_id
order by h.weeks_beyond_horizon desc, h.p90_hours_worst desc nulls last, h.topic_id
limit 20
