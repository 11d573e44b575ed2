-- needs: watch_daily
-- A row's seven days up to a Sunday are the week; of a week not over yet, its days so far.
with ends as (
  select
    max(watch_date) filter (where watch_date <= :week_end) as now_date,
    max(watch_date) filter (where watch_date < :week_start) as previous_date
  from watch_daily
  where watch_date between :week_start - interval 7 day and :week_end
)
select
  coalesce(n.rule_id, p.rule_id) as rule_id,
  coalesce(n.title, p.title) as title,
  coalesce(n.severity, p.severity) as severity,
  coalesce(n.routed_to, p.routed_to) as routed_to,
  n.alike_7_days as inquiries,
  n.rule_id is not null and n.alike_7_days is null as is_hidden,
  p.alike_7_days as inquiries_previous_week,
  p.rule_id is not null and p.alike_7_days is null as is_hidden_previous_week
from (select w.* from watch_daily as w join ends as e on w.watch_date = e.now_date) as n
full join (select w.* from watch_daily as w join ends as e on w.watch_date = e.previous_date) as p
  on p.rule_id = n.rule_id and p.severity = n.severity and p.routed_to = n.routed_to
order by
  case coalesce(n.severity, p.severity) when 'high' then 0 when 'medium' then 1 else 2 end,
  n.alike_7_days desc nulls last, coalesce(n.rule_id, p.rule_id)
