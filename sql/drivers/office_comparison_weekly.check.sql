-- fail: office_comparison_weekly: over all offices the differences must cancel out
-- G6
select week_start_date, metric_id
from office_comparison_weekly
group by week_start_date, metric_id
having abs(sum(contacts * difference)) > 1e-6 * sum(contacts)
