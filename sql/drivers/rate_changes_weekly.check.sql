-- fail: rate_changes_weekly: the effects of all segments must add up to the change of the rate
-- G6
select week_start_date, metric_id, dimension, service
from rate_changes_weekly
group by week_start_date, metric_id, dimension, service
having abs(sum(mix_effect + rate_effect + entry_exit_effect) - max(total_change)) > 1e-9
