-- question: Why did the durable resolution rate change: another mix of topics, or topics that got worse? | 解決率が動いたのは、トピックの構成か、個々のトピックの悪化か
-- tables: rate_changes_weekly, topics
-- change: the dimension and the service
-- The newest final week by topic. mix, rate and entry_exit of all topics together add up to total_change exactly;
-- topics with too few users are one row without counts.
with
names as (
  select topic_id, max_by(label, valid_from) as label
  from topics
  group by topic_id
),
effects as (
  select
    c.iso_week,
    case when c.is_suppressed then 'few users' else c.segment end as topic_id,
    cast(c.mix_effect as decimal(18, 12)) as mix_effect,
    cast(c.rate_effect as decimal(18, 12)) as rate_effect,
    cast(c.entry_exit_effect as decimal(18, 12)) as entry_exit_effect,
    c.contacts_before,
    c.contacts_after,
    c.total_change
  from rate_changes_weekly as c
  where
    c.metric_id = 'durable_resolution_rate'
    and c.dimension = 'topic'
    and c.service = 'all'
    and c.week_start_date = (select max(week_start_date) from rate_changes_weekly)
),
rows_shown as (
  select
    iso_week,
    topic_id,
    sum(contacts_before) as contacts_before,
    sum(contacts_after) as contacts_after,
    cast(sum(mix_effect) as double) as mix_effect,
    cast(sum(rate_effect) as double) as rate_effect,
    cast(sum(entry_exit_effect) as double) as entry_exit_effect,
    max(total_change) as total_change
  from effects
  group by iso_week, topic_id
)
select
  r.iso_week,
  r.topic_id,
  coalesce(n.label, r.topic_id) as label,
  case when r.topic_id <> 'few users' then cast(r.contacts_before as bigint) end as contacts_before,
  case when r.topic_id <> 'few users' then cast(r.contacts_after as bigint) end as contacts_after,
  r.mix_effect,
  r.rate_effect,
  r.entry_exit_effect,
  r.total_change
from rows_shown as r
left join names as n on n.topic_id = r.topic_id
order by abs(r.mix_effect + r.rate_effect + r.entry_exit_effect) desc, r.topic_id
