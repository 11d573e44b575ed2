-- fail: release_impacts: 0 <= p <= q <= 1, and the effect must lie in its interval
-- G5
select release_id, topic_id, metric_id
from release_impacts
where p_value < 0 or p_value > q_value + 1e-12 or q_value > 1
  or effect < effect_low or effect > effect_high
