-- question: How may the weeks end that are not final yet? | 未確定の週はどこまで動きうるか
-- tables: metrics_weekly, definitions
-- value is the estimate, where there is one; the final value will lie between value_low and value_high.
select
  m.iso_week,
  m.service,
  m.metric_id,
  d.name_ja,
  m.value_low,
  m.value,
  m.value_high,
  m.follow_up_hours,
  d.unit
from metrics_weekly as m
join definitions as d
  on d.metric_id = m.metric_id and d.definition_version = m.definition_version
where
  m.channel = 'all'
  and m.topic_id = 'all'
  and m.office = 'all'
  and not m.is_mature
  and not m.is_suppressed
  and m.value_low is not null
  and m.value_low < m.value_high
order by m.iso_week, m.service, m.metric_id
