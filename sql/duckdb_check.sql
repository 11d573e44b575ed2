-- Statistics found another way than a night finds them, for koe check --engine duckdb. What only Java can compute is in
-- CheckStatistics: garwood_low, garwood_high, negative_binomial_upper_tail, normal_upper_tail.
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
