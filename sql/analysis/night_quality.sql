-- question: How much did each night read and reject, and what did its checks warn about? | 各夜の取込・棄却件数と、検査の警告は何か
-- tables: runs, data_checks
select
  r.run_date,
  r.first_date,
  r.rows_read,
  r.rows_accepted,
  r.rows_rejected,
  r.rows_duplicate,
  r.files_unreadable,
  r.missing_tables,
  c.checked_table,
  c.message,
  c.violations
from runs as r
left join data_checks as c on c.run_date = r.run_date and c.violations > 0
order by r.run_date desc, c.checked_table nulls first, c.message
