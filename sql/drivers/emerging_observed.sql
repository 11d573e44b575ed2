-- place: internal
-- grain: one row per night and what is looked at: a topic, the unassigned pool, or a term of at least 8 inquiries
create or replace temporary view emerging_observed (
  night_date comment 'night on which something was looked at | 夜',
  family comment 'tests that are judged together: topics (with the pool) or terms | 検定の族',
  candidate_type comment 'topic, unassigned (the pool) or term | 候補の種類',
  candidate comment 'topic id, unassigned, or the term | 候補',
  observed comment 'inquiries of the night | 当夜の件数',
  users comment 'distinct users | 利用者数',
  words comment 'terms of the night, each of which could have been a candidate; null for topics | 当夜の語の数'
) comment 'Counts of a night | 各夜の件数' as
with nights as (
  select distinct night_date, model_date from baseline_days
)
select
  n.night_date,
  'topics' as family,
  case when t.topic_id = 'unassigned' then 'unassigned' else 'topic' end as candidate_type,
  t.topic_id as candidate,
  sum(case when t.arrival_date = n.night_date then t.inquiries else 0 end) as observed,
  sum(case when t.arrival_date = n.night_date then t.users else 0 end) as users,
  cast(null as bigint) as words
from nights as n
join topic_counts_nightly as t
  on t.model_date = n.model_date
  and t.arrival_date <= n.night_date
  and t.arrival_date >= cast(n.night_date - interval 44 day as date)
group by n.night_date, t.topic_id
union all
select night_date, 'terms' as family, 'term' as candidate_type, term as candidate,
  inquiries as observed, users, words
from (
  select n.night_date, w.term, w.inquiries, w.users,
    count(*) over (partition by n.night_date) as words
  from nights as n
  join term_counts_daily as w on w.arrival_date = n.night_date
  where w.arrival_date >= :first_date and w.arrival_date <= :run_date) as terms
where inquiries >= 8 and term <> 'unassigned'
