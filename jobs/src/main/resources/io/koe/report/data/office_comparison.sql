-- needs: office_comparison_weekly
-- Of the newest week compared; the table holds final weeks alone.
select week_start_date, office, metric_id, contacts, value, expected_value, difference, difference_low, difference_high
from office_comparison_weekly
where not is_suppressed and week_start_date = (
    select max(week_start_date) from office_comparison_weekly
    where week_start_date between :first_week and :week_start and not is_suppressed)
order by metric_id, office
