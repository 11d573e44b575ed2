-- warn: more than one in a hundred rows of a table, and more than ten, were rejected in a night
-- G18
select rejected.arrival_date, rejected.table_name, rejected.rejected_rows, files.rows_read
from (
  select arrival_date, table_name, count(*) as rejected_rows
  from rejected_rows
  where reason <> 'erased' and arrival_date >= :resent_from
  group by arrival_date, table_name
) as rejected
inner join (
  select arrival_date, table_name, sum(rows_read) as rows_read
  from input_files
  where arrival_date >= :resent_from
  group by arrival_date, table_name
) as files
  on files.arrival_date = rejected.arrival_date and files.table_name = rejected.table_name
where rejected.rejected_rows > 10
  and rejected.rejected_rows > 0.01 * files.rows_read
