-- Names of Spark SQL that DuckDB lacks or takes otherwise. What is statistics is beside these: see sql/README.md.
create macro hours_between(from_at, to_at) as
  (epoch_us(to_at) - epoch_us(from_at)) / cast(3600000000 as double);
create macro datediff(to_date, from_date) as date_diff('day', from_date, to_date);
create macro date_add(from_date, days) as cast(from_date + days * interval 1 day as date);
create macro date_sub(from_date, days) as cast(from_date - days * interval 1 day as date);
-- DuckDB's own gives null, not 0, where the condition is null in all rows.
create macro count_if(condition) as count(case when condition then 1 end);
create macro explode(items) as unnest(items);
create macro size(items) as len(items);
create macro try_element_at(items, place) as list_extract(items, place);
