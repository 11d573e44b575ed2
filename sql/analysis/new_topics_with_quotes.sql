-- question: Which topics are new in the last four weeks, and what do people write? | この4週間に新しく現れたトピックは何で、どう書かれているか
-- tables: topics, contact_drivers_weekly, topic_quotes
-- change: the number of days
-- Topics alive now that were born within 28 days of the newest model; quotes are masked. Contacts are those of the
-- newest week, whether final or not, and left empty where too few users stand behind them.
with
alive as (
  select topic_id, label, terms, first_seen_date, valid_from
  from topics
  where valid_to is null and topic_id <> 'unassigned'
),
born as (
  select a.*
  from alive as a
  where a.first_seen_date >= (select max(valid_from) from alive) - interval 28 day
),
newest_week as (
  select max(week_start_date) as week_start_date
  from contact_drivers_weekly
),
volume as (
  select d.topic_id, d.iso_week, d.contacts, d.is_mature
  from contact_drivers_weekly as d
  join newest_week as w on w.week_start_date = d.week_start_date
  where d.service = 'all' and not d.is_suppressed
),
quotes as (
  select
    topic_id,
    rank,
    quote,
    row_number() over (partition by topic_id order by week_start_date desc, rank) as newest
  from topic_quotes
)
select
  b.first_seen_date,
  b.topic_id,
  b.label,
  b.terms,
  v.iso_week,
  v.contacts,
  v.is_mature,
  q.newest as quote_rank,
  q.quote
from born as b
left join volume as v on v.topic_id = b.topic_id
left join quotes as q on q.topic_id = b.topic_id and q.newest <= 3
order by b.first_seen_date desc, b.topic_id, quote_rank
