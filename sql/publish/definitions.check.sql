-- fail: definitions: a published metric has no definition, or a definition is there twice
-- G1
select metric_id
from (
  select metric_id
  from metrics_daily
  where week_start_date >= (select min(week_start_date) from touched_weeks where subject = 'contacts')
  union
  select metric_id
  from metrics_weekly
  where week_start_date >= (select min(week_start_date) from touched_weeks where subject = 'contacts')
  union
  select metric_id from restatements
  union
  select metric_id from volume_changes_weekly
  union
  select metric_id from rate_changes_weekly
  union
  select metric_id from topic_impacts_weekly
  union
  select metric_id from release_impacts
  union
  select metric_id from office_comparison_weekly
  union
  select metric_id from experiment_results
) as published
where metric_id not in (select metric_id from definitions)
union all
select metric_id
from definitions
group by metric_id, definition_version
having count(*) > 1
