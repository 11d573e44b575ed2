-- needs: restatements, definitions
with definition as (
  select metric_id, max_by(name_ja, definition_version) as name_ja, max_by(unit, definition_version) as unit
  from definitions
  group by metric_id
)
select
  changed.metric_id, definition.name_ja, definition.unit, changed.period, changed.metric_date, changed.service,
  changed.old_value, changed.new_value, changed.restated_date, changed.reason
from restatements as changed
left join definition on definition.metric_id = changed.metric_id
where
  -- A day is told again after it.
  changed.restated_date >= :week_start
  and (changed.restated_date between :week_start and :week_end or changed.metric_date between :week_start and :week_end)
  and changed.channel = 'all' and changed.topic_id = 'all' and changed.office = 'all'
order by changed.restated_date desc, changed.metric_date desc, changed.period, changed.metric_id, changed.service
