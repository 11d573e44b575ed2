-- question: What changed since each release, incident or policy, against what it did not touch? | リリースや障害の前後で、影響を受けない対象に比べて何が変わったか
-- tables: release_impacts
-- change: the largest q-value
-- effect is a ratio of ratios for contacts (1 = none) and a difference of differences for rates (0 = none). The rows
-- of topic 'all' are kept whatever they show: no evidence is an answer, too.
select
  started_date,
  release_id,
  kind,
  title,
  metric_id,
  topic_id,
  label,
  verdict,
  effect,
  effect_low,
  effect_high,
  q_value,
  tests,
  contacts_before,
  contacts_after,
  control,
  days
from release_impacts
where topic_id = 'all' or verdict <> 'no evidence' or q_value <= 0.1e0
order by started_date desc, release_id, metric_id, q_value nulls last, topic_id
