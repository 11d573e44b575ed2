-- fail: experiment_results: one control arm an experiment, values in their bounds, differences in their intervals
-- G5
select experiment_id, metric_id, 'control' as problem
from experiment_results
group by experiment_id, metric_id
having count(case when is_control then 1 end) > 1 or count(distinct arm) <> count(*)
union all
select experiment_id, metric_id, 'values' as problem
from experiment_results
where value < ci_low - 1e-9
  or value > ci_high + 1e-9
  or value < value_low - 1e-9
  or value > value_high + 1e-9
  or difference < difference_low - 1e-9
  or difference > difference_high + 1e-9
  or (is_control and difference is not null)
  or (is_suppressed and value is not null)
