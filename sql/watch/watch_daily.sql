-- place: shared
-- grain: one row per day and watch rule with inquiries in the seven days up to it
-- question: How many legal threats came in yesterday, and is that more than usual?
create or replace temporary view watch_daily (
  watch_date comment 'day the inquiries arrived | 到着日',
  rule_id comment 'watch rule, see its file | 監視ルールID',
  title comment 'short Japanese name of the rule | ルールの名称',
  severity comment 'high, medium, low | 重要度',
  routed_to comment 'who reads it: legal, pr, trust_safety, cs | 担当',
  inquiries comment 'inquiries in which the rule holds; null when suppressed | 該当した問い合わせ件数（秘匿時は空）',
  users comment 'distinct users; null when suppressed | 利用者数（秘匿時は空）',
  alike_7_days comment 'inquiries of the rule in the seven days up to the day; null when too few users | 直近7日間の件数（秘匿時は空）',
  is_suppressed comment 'whether fewer users than the minimum stand behind the cell | 秘匿対象か'
) comment 'Watch feed in figures | 監視フィードの件数' as
with items as (
  select
    arrival_date as watch_date, rule_id, title, severity, routed_to, inquiry_id, user_id
  from watch_items
),
-- A day counts for itself and for the windows of the six days after it.
days as (
  select distinct cast(i.watch_date + o.days * interval 1 day as date) as watch_date, i.rule_id,
    i.title, i.severity, i.routed_to
  from items as i
  cross join (values (0), (1), (2), (3), (4), (5), (6)) as o (days)
  where i.watch_date + o.days * interval 1 day <= :run_date
),
counts as (
  select
    d.watch_date,
    d.rule_id,
    d.title,
    d.severity,
    d.routed_to,
    count(distinct case when i.watch_date = d.watch_date then i.inquiry_id end) as inquiries,
    count(distinct case when i.watch_date = d.watch_date then i.user_id end) as users,
    count(distinct i.inquiry_id) as alike_7_days,
    count(distinct i.user_id) as users_7_days
  from days as d
  join items as i
    on i.rule_id = d.rule_id
    and i.title = d.title
    and i.severity = d.severity
    and i.routed_to = d.routed_to
    and i.watch_date <= d.watch_date
    and i.watch_date > cast(d.watch_date - interval 7 day as date)
  group by d.watch_date, d.rule_id, d.title, d.severity, d.routed_to
)
select
  watch_date,
  rule_id,
  title,
  severity,
  routed_to,
  case when users >= :minimum_users then inquiries end as inquiries,
  case when users >= :minimum_users then users end as users,
  case when users_7_days >= :minimum_users then alike_7_days end as alike_7_days,
  users < :minimum_users as is_suppressed
from counts
