-- question: Which office does better or worse than its own mix of topics and channels lets expect? | 構成を調整したうえで、期待より良い・悪い拠点はどこか
-- tables: office_comparison_weekly
-- change: the number of weeks
-- Mean difference of the last four final weeks, weighted by contacts, with its interval (weeks taken as independent).
with
last_week as (
  select max(week_start_date) as week_start_date
  from office_comparison_weekly
),
weeks as (
  select
    o.office,
    o.metric_id,
    cast(o.contacts as double) as contacts,
    o.value,
    o.expected_value,
    o.difference,
    (o.difference_high - o.difference_low) / 2 as half_width
  from office_comparison_weekly as o
  cross join last_week as w
  where not o.is_suppressed and o.week_start_date > w.week_start_date - interval 28 day
)
select
  metric_id,
  office,
  cast(sum(contacts) as bigint) as contacts,
  sum(contacts * value) / sum(contacts) as value,
  sum(contacts * expected_value) / sum(contacts) as expected_value,
  sum(contacts * difference) / sum(contacts) as difference,
  (sum(contacts * difference) - sqrt(sum(contacts * contacts * half_width * half_width)))
    / sum(contacts) as difference_low,
  (sum(contacts * difference) + sqrt(sum(contacts * contacts * half_width * half_width)))
    / sum(contacts) as difference_high,
  count(*) as weeks
from weeks
group by metric_id, office
order by metric_id, office
