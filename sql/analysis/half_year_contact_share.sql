-- question: Which share of the transactions of each half-year led to a contact, in all and by topic? | 半期ごとに、取引の何％が問い合わせに至ったか（全体とトピック別）
-- tables: contact_rates_weekly, topics
-- For PR. By day of the transaction, so that weeks add up: a transaction belongs to one week. A week belongs to the
-- half-year of its Monday. Quote a row only when weeks_not_final and weeks_withheld are 0: with weeks withheld for too
-- few users the share is a lower bound. Wilson's interval, 95 %.
with
names as (
  select topic_id, max_by(label, valid_from) as label
  from topics
  group by topic_id
),
weeks as (
  select
    service,
    topic_id,
    concat(
      cast(extract(year from week_start_date) as string),
      case when extract(month from week_start_date) <= 6 then 'H1' else 'H2' end
    ) as half_year,
    week_start_date,
    contacted_transactions,
    transactions,
    is_mature,
    is_suppressed
  from contact_rates_weekly
  where clock = 'transaction_date' and measure = 'transactions'
),
exposure as (
  select service, half_year, sum(transactions) as transactions, count(*) as weeks
  from weeks
  where topic_id = 'all'
  group by service, half_year
),
shares as (
  select
    w.service,
    w.half_year,
    w.topic_id,
    cast(sum(w.contacted_transactions) as double) as contacted,
    cast(max(e.transactions) as double) as transactions,
    max(e.weeks) as weeks,
    count(case when not w.is_mature then 1 end) as weeks_not_final,
    count(case when w.is_suppressed then 1 end) as weeks_withheld
  from weeks as w
  join exposure as e on e.service = w.service and e.half_year = w.half_year
  group by w.service, w.half_year, w.topic_id
)
select
  s.half_year,
  s.service,
  s.topic_id,
  coalesce(n.label, s.topic_id) as label,
  s.contacted / s.transactions as contacted_share,
  (2 * s.contacted + 3.841458820694124e0
    - 1.959963984540054e0
      * sqrt(3.841458820694124e0 + 4 * s.contacted * (1 - s.contacted / s.transactions)))
    / (2 * (s.transactions + 3.841458820694124e0)) as ci_low,
  (2 * s.contacted + 3.841458820694124e0
    + 1.959963984540054e0
      * sqrt(3.841458820694124e0 + 4 * s.contacted * (1 - s.contacted / s.transactions)))
    / (2 * (s.transactions + 3.841458820694124e0)) as ci_high,
  cast(s.contacted as bigint) as contacted_transactions,
  cast(s.transactions as bigint) as transactions,
  s.weeks,
  s.weeks_not_final,
  s.weeks_withheld
from shares as s
left join names as n on n.topic_id = s.topic_id
where s.contacted is not null and s.transactions > 0
order by
  s.half_year, s.service, case when s.topic_id = 'all' then 0 else 1 end, s.contacted desc, s.topic_id
