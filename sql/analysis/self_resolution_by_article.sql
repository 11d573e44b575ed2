-- question: How far does each help article carry: read, confirmed, assumed, contacted all the same? | 記事ごとに、閲覧から解決・問い合わせまでどう分かれるか
-- tables: self_resolution_daily
-- change: the number of days and the least number of sessions
-- Sessions whose last article it was, of the last 28 final days. low is what is proven, high adds what is assumed;
-- sessions that cannot be linked are printed and count in neither. Days with too few users are in days_withheld.
-- The titles are in the restricted table articles.
with
last_day as (
  select max(session_date) as session_date
  from self_resolution_daily
  where is_mature
),
articles_of_days as (
  select
    s.service,
    s.article_id,
    sum(s.sessions) as sessions,
    sum(s.sessions_confirmed) as confirmed,
    sum(s.sessions_assumed) as assumed,
    sum(s.sessions_escalated) as escalated,
    sum(s.sessions_unlinkable) as unlinkable,
    count(case when s.is_suppressed then 1 end) as days_withheld
  from self_resolution_daily as s
  cross join last_day as d
  where
    s.is_mature
    and s.article_id <> 'all'
    and s.session_date > d.session_date - interval 28 day
  group by s.service, s.article_id
)
select
  service,
  article_id,
  cast(sessions as bigint) as sessions,
  cast(confirmed as bigint) as confirmed,
  cast(assumed as bigint) as assumed,
  cast(escalated as bigint) as escalated,
  cast(unlinkable as bigint) as unlinkable,
  cast(confirmed as double) / nullif(confirmed + assumed + escalated, 0) as self_resolution_low,
  cast(confirmed + assumed as double) / nullif(confirmed + assumed + escalated, 0)
    as self_resolution_high,
  days_withheld
from articles_of_days
where sessions >= 20
order by self_resolution_high nulls last, service, article_id
