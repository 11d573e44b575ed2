-- question: Which topics come back after we called them resolved? | 解決後に再開されやすいトピックはどれか
-- tables: metrics_weekly, topics
-- change: the number of weeks and the least number of resolves
-- Resolves of the last eight final weeks, pooled; reopens out of resolves, both of the same weeks. Beside it the share
-- of all topics together.
with
names as (
  select topic_id, max_by(label, valid_from) as label
  from topics
  group by topic_id
),
weeks as (
  select max(week_start_date) as last_week
  from metrics_weekly
  where metric_id = 'reopen_rate' and is_mature
),
pooled as (
  select
    m.topic_id,
    sum(m.numerator) as reopened,
    sum(m.denominator) as resolves,
    count(*) as weeks
  from metrics_weekly as m
  cross join weeks as w
  where
    m.metric_id = 'reopen_rate'
    and m.service = 'all'
    and m.channel = 'all'
    and m.office = 'all'
    and m.is_mature
    and not m.is_suppressed
    and m.week_start_date > w.last_week - interval 56 day
  group by m.topic_id
)
select
  p.topic_id,
  coalesce(n.label, p.topic_id) as label,
  cast(p.reopened as double) / p.resolves as reopen_rate,
  cast(p.reopened as bigint) as reopened,
  cast(p.resolves as bigint) as resolves,
  cast(a.reopened as double) / a.resolves as reopen_rate_of_all,
  p.weeks
from pooled as p
join pooled as a on a.topic_id = 'all'
left join names as n on n.topic_id = p.topic_id
where p.resolves >= 30
order by reopen_rate desc, p.topic_id
