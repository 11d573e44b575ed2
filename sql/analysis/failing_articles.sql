-- question: Which FAQ articles do people read and contact us all the same? | 読まれたのに問い合わせにつながるFAQ記事はどれか
-- tables: faq_gaps_weekly
-- change: the number of weeks
-- Contacts of the last four final weeks, all services. A week in which too few users stand behind a gap counts in
-- weeks_withheld, not in contacts: the figure is a lower bound there.
with
weeks as (
  select distinct week_start_date
  from faq_gaps_weekly
  where is_mature
),
last_weeks as (
  select week_start_date
  from weeks
  where week_start_date > (select max(week_start_date) from weeks) - interval 28 day
)
select
  g.article_id,
  max(g.title) as title,
  g.topic_id,
  max_by(g.label, g.week_start_date) as label,
  sum(g.contacts) as contacts,
  sum(g.contacts_of_topic) as contacts_of_topic,
  count(distinct g.week_start_date) as weeks,
  count(case when g.is_suppressed then 1 end) as weeks_withheld
from faq_gaps_weekly as g
join last_weeks as w on w.week_start_date = g.week_start_date
where g.service = 'all' and g.gap = 'not_answering'
group by g.article_id, g.topic_id
having sum(g.contacts) is not null
order by contacts desc, g.article_id, g.topic_id
limit 30
