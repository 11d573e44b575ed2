-- needs: input_tables
select table_name, array_to_string(outputs, '、') as outputs
from input_tables
where not is_present
order by table_name
