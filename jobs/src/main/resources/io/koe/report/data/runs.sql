-- needs: runs
select run_id, run_date, rows_read, rows_accepted, rows_rejected, rows_duplicate, files_unreadable
from runs
where run_date >= :week_start
order by run_date, run_id
