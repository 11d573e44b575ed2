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
-- EARS (Hutwagner et al., Journal of Urban Health 80 (2003) i89-i96): the last of the days against 7 days before.
create macro ears_deviation(days, day, guard_days) as
  case
    when list_count(days) = len(days)
      and day - guard_days > 7
      and list_min(days[day - guard_days - 7 : day - guard_days - 1])
        <> list_max(days[day - guard_days - 7 : day - guard_days - 1])
      then (days[day] - list_avg(days[day - guard_days - 7 : day - guard_days - 1]))
        / list_stddev_samp(days[day - guard_days - 7 : day - guard_days - 1])
  end;
create macro ears_excess(deviation) as
  case when deviation > 1 then deviation - 1 when deviation <= 1 then 0 end;
create macro ears_c1(days) as ears_deviation(days, len(days), 0);
create macro ears_c2(days) as ears_deviation(days, len(days), 2);
create macro ears_c3(days) as
  ears_excess(ears_deviation(days, len(days), 2))
  + ears_excess(ears_deviation(days, len(days) - 1, 2))
  + ears_excess(ears_deviation(days, len(days) - 2, 2));
