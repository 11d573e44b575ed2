-- question: Why did the durable resolution rate change: another mix of topics, or topics that got worse? | 解決率が動いたのは、トピックの構成か、個々のトピックの悪化か
-- tables: rate_changes_weekly, topics
-- change: the dimension and the service
-- The newest final week by topic. mix, rate and entry_exit of all topics together add up to total_change exactly;
-- topics with too few users in either week are one, withheld.
with
names as (
  select topic_id, max_by(label, valid_from) as label
  from topics
  group by topic_id
)
select
  c.iso_week,
  c.segment as topic_id,
  coalesce(n.label, c.segment) as label,
  c.contacts_before,
  c.contacts_after,
  c.mix_effect,
  c.rate_effect,
  c.entry_exit_effect,
  c.total_change
from rate_changes_weekly as c
left join names as n on n.topic_id = c.segment
where
  c.metric_id = 'durable_resolution_rate'
  and c.dimension = 'topic'
  and c.service = 'all'
  and c.week_start_date = (select max(week_start_date) from rate_changes_weekly)
order by abs(c.mix_effect + c.rate_effect + c.entry_exit_effect) desc, c.segment
