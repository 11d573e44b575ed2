-- Names of Spark SQL that DuckDB lacks or takes otherwise, for the tables' second computation (koe check --engine
-- duckdb). What only Java can compute is added beside these: garwood_low, garwood_high,
-- negative_binomial_upper_tail, normal_upper_tail. See sql/README.md.
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
-- Wilson's score interval, 95 % (JASA 22 (1927) 209-212), by the quadratic's roots rather than by centre and half width.
create macro wilson_low(hits, trials) as
  case when hits = 0 and trials > 0 then 0.0e0
    when trials > 0 then
      (2 * hits + pow(1.959963984540054e0, 2)
        - 1.959963984540054e0 * sqrt(pow(1.959963984540054e0, 2) + 4 * hits * (1 - hits / trials)))
      / (2 * (trials + pow(1.959963984540054e0, 2))) end;
create macro wilson_high(hits, trials) as
  case when hits = trials and trials > 0 then 1.0e0
    when trials > 0 then
      (2 * hits + pow(1.959963984540054e0, 2)
        + 1.959963984540054e0 * sqrt(pow(1.959963984540054e0, 2) + 4 * hits * (1 - hits / trials)))
      / (2 * (trials + pow(1.959963984540054e0, 2))) end;
