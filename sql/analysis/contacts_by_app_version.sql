-- question: Which app version brings an unusual share of a topic's contacts? | どのアプリのバージョンで特定のトピックが多いか
-- tables: inquiries, inquiry_states, topics (restricted)
-- change: the number of days, and the least number of users of a cell
-- Counted contacts of the 28 days up to the newest. lift = share of the topic in the version / its share in the
-- platform: 1 is usual. Cells with fewer than five users are left out, so that the answer may be handed around.
with
names as (
  select topic_id, max_by(label, valid_from) as label
  from topics
  group by topic_id
),
contacts as (
  select
    i.platform,
    i.app_version,
    s.topic_id,
    s.user_id
  from inquiry_states as s
  join inquiries as i on i.inquiry_id = s.inquiry_id and i.created_date = s.created_date
  where
    s.is_counted
    and i.platform is not null
    and i.app_version is not null
    and s.created_date
      > (select max(created_date) from inquiry_states where is_counted) - interval 28 day
),
cells as (
  select
    platform,
    app_version,
    topic_id,
    count(*) as contacts,
    count(distinct user_id) as users
  from contacts
  group by platform, app_version, topic_id
),
shares as (
  select
    *,
    cast(contacts as double) / sum(contacts) over (partition by platform, app_version) as share,
    cast(sum(contacts) over (partition by platform, topic_id) as double)
      / sum(contacts) over (partition by platform) as share_of_platform
  from cells
)
select
  s.platform,
  s.app_version,
  s.topic_id,
  coalesce(n.label, s.topic_id) as label,
  s.contacts,
  s.users,
  s.share,
  s.share_of_platform,
  s.share / s.share_of_platform as lift
from shares as s
left join names as n on n.topic_id = s.topic_id
where s.users >= 5 and s.topic_id <> 'unassigned'
order by lift desc, s.platform, s.app_version, s.topic_id
limit 30
