-- question: How do the five rules for first contact resolution differ on the same weeks? | 初回解決率の5つの定義は同じ週でどう違うか
-- tables: metrics_weekly, definitions
-- All services, final weeks only. fcr_no_repeat is the one to steer by.
select
  m.iso_week,
  m.metric_id,
  d.name_ja,
  m.value,
  m.ci_low,
  m.ci_high,
  m.denominator as contacts,
  d.formula
from metrics_weekly as m
join definitions as d
  on d.metric_id = m.metric_id and d.definition_version = m.definition_version
where
  m.metric_id in (
    'fcr_no_repeat', 'one_touch_eq1', 'one_touch_lt2', 'fcr_customer0', 'closed_once_one_agent'
  )
  and m.service = 'all'
  and m.channel = 'all'
  and m.topic_id = 'all'
  and m.office = 'all'
  and m.is_mature
  and not m.is_suppressed
order by m.iso_week, m.metric_id
