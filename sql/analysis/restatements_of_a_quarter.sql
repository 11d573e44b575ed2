-- question: Which final figures changed afterwards in each quarter, by how much, and why? | 各四半期に、確定後に訂正された数値は何件で、どれだけ動き、なぜか
-- tables: restatements, definitions
-- By the quarter in which the value was restated. Totals are the figures that were quoted; topics and offices follow.
select
  concat(
    cast(extract(year from r.restated_date) as string),
    'Q',
    cast(extract(quarter from r.restated_date) as string)
  ) as quarter,
  r.metric_id,
  max(d.name_ja) as name_ja,
  r.period,
  case when r.channel = 'all' and r.topic_id = 'all' and r.office = 'all' then 'total' else 'cell' end
    as level,
  r.reason,
  count(*) as restated_values,
  max(abs(r.new_value - r.old_value)) as largest_change,
  min(r.metric_date) as earliest_date,
  max(r.metric_date) as latest_date,
  max(d.unit) as unit
from restatements as r
left join definitions as d on d.metric_id = r.metric_id
group by
  concat(
    cast(extract(year from r.restated_date) as string),
    'Q',
    cast(extract(quarter from r.restated_date) as string)
  ),
  r.metric_id,
  r.period,
  case when r.channel = 'all' and r.topic_id = 'all' and r.office = 'all' then 'total' else 'cell' end,
  r.reason
order by quarter, level desc, restated_values desc, r.metric_id, r.period, r.reason
