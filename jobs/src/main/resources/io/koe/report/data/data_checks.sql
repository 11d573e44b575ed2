-- needs: data_checks
select checked_table, severity, message, violations
from data_checks
where violations > 0 and run_date between :week_start and :week_end
order by severity, checked_table, message
