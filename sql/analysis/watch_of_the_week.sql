-- question: How many inquiries must legal, PR or trust & safety read, against the week before? | 法務・広報・安全対策が読むべき問い合わせは何件で、前週比はどうか
-- tables: watch_daily
-- Of the seven days up to the newest day and the seven before; empty where too few users stand behind it. The
-- inquiries themselves are in the restricted table watch_items.
with
days as (
  select max(watch_date) as newest
  from watch_daily
)
select
  w.routed_to,
  w.severity,
  w.rule_id,
  max(w.title) as title,
  max(case when w.watch_date = d.newest then w.alike_7_days end) as inquiries_7_days,
  max(case when w.watch_date < d.newest then w.alike_7_days end) as inquiries_7_days_before
from watch_daily as w
cross join days as d
where w.watch_date = d.newest or w.watch_date = cast(d.newest - interval 7 day as date)
group by w.routed_to, w.severity, w.rule_id
order by
  w.routed_to, case w.severity when 'high' then 0 when 'medium' then 1 else 2 end, w.rule_id
