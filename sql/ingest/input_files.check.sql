-- fail: a file's rows are not all accounted for
-- G7
select file, arrival_date, rows_read, accepted, rejected, erased, duplicates
from input_files
where
  arrival_date >= :resent_from
  and (
    rows_read <> accepted + rejected + duplicates
    or superseded > accepted
    or erased > rejected
    or (not is_readable and rows_read > 0)
  )
