-- needs: inquiries, inquiry_states, contact_drivers_weekly
-- A topic's contacts by platform, this week and the one before: of the topics with most contacts, and
-- no cell with fewer users than the published tables show.
with fewest as (
  select greatest(5, coalesce(min(users) filter (where users > 0), 0)) as users
  from contact_drivers_weekly
  where week_start_date between :first_week and :week_start
),
foremost as (
  select topic_id, contacts
  from contact_drivers_weekly
  where week_start_date = :week_start and service = 'all' and not is_suppressed
  order by rank
  limit 20
),
cells as (
  select
    s.week_start_date, coalesce(s.topic_id, 'unassigned') as topic_id, i.platform,
    count(*) as contacts, count(distinct s.user_id) as users
  from inquiry_states as s
  join inquiries as i on i.inquiry_id = s.inquiry_id
  -- An inquiry is of its contact's day or, with an older one merged into it, of a later day.
  where s.is_counted and s.week_start_date in (:week_start, :week_start - interval 7 day)
    and i.created_date >= :week_start - interval 7 day
    and i.platform is not null
  group by all
),
shown as (
  select c.* from cells as c, fewest as f where c.users >= f.users
),
shares as (
  select
    n.topic_id, n.platform, n.contacts, p.contacts as contacts_previous_week, l.contacts as contacts_of_topic,
    n.contacts * 1.0 / l.contacts as share, l.contacts as trials
  from shown as n
  join foremost as l on l.topic_id = n.topic_id
  left join shown as p
    on p.topic_id = n.topic_id and p.platform = n.platform and p.week_start_date < n.week_start_date
  where n.week_start_date = :week_start
)
-- The interval is Wilson's.
select
  topic_id, platform, contacts, contacts_previous_week, contacts_of_topic, share,
  (share + 3.8415 / (2 * trials) - 1.96 * sqrt(share * (1 - share) / trials + 3.8415 / (4 * trials * trials))) / (1 + 3.8415 / trials) as ci_low,
  (share + 3.8415 / (2 * trials) + 1.96 * sqrt(share * (1 - share) / trials + 3.8415 / (4 * trials * trials))) / (1 + 3.8415 / trials) as ci_high
from shares
where contacts <= contacts_of_topic
order by contacts_of_topic desc, topic_id, contacts desc, platform
