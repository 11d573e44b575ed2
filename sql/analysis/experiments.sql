-- question: Did the experiment lower contacts or raise self-resolution, and can the split be trusted? | 実験は問い合わせを減らし、自己解決を増やしたか。割付は信頼できるか
-- tables: experiment_results, definitions
-- conclusion says 'difference' only when the interval leaves out 0, every user's time is over, and the split of users
-- is as even as chance allows (p >= 0.01).
select
  e.experiment_id,
  d.name_ja,
  e.metric_id,
  e.arm,
  e.users_assigned,
  e.value,
  e.ci_low,
  e.ci_high,
  e.difference,
  e.difference_low,
  e.difference_high,
  e.sample_ratio_p,
  case
    when e.is_control then 'control'
    when e.sample_ratio_p < 0.01e0 then 'do not trust the split'
    when not e.is_mature then 'not final'
    when e.difference_low > 0 or e.difference_high < 0 then 'difference'
    else 'no evidence'
  end as conclusion
from experiment_results as e
join definitions as d
  on d.metric_id = e.metric_id and d.definition_version = e.definition_version
where not e.is_suppressed
order by e.experiment_id, e.metric_id, case when e.is_control then 0 else 1 end, e.arm
