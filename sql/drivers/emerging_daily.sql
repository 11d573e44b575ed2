-- place: shared
-- grain: one row per night and candidate: each topic, the unassigned pool, and terms with p <= 0.01
-- partitioned by: night_date
-- question: What is new or unusually frequent tonight?
-- One spike raises many words. A weaker alert that shares with a stronger one at least half as many
-- inquiries as it has beyond expectation is explained by it, and linked to the strongest such.
create or replace temporary view emerging_daily (
  candidate_type comment 'topic, unassigned (the pool) or term | 候補の種類',
  candidate comment 'topic id, unassigned, or the term | 候補',
  label comment 'short Japanese name made of the topic''s own terms | トピックの名称',
  observed comment 'inquiries of the night; null when suppressed | 当夜の件数（秘匿時は空）',
  users comment 'distinct users; null when suppressed | 利用者数（秘匿時は空）',
  expected comment 'inquiries to expect | 期待件数',
  variance comment 'variance of the count to expect | 期待件数の分散',
  p_value comment 'chance of such a count or more if nothing were new; null when suppressed | p値',
  q_value comment 'false discovery rate at which it would just be found; null when suppressed | q値',
  tests comment 'number of tests of the night''s family | 検定の数',
  is_alert comment 'whether it is a find: q, effect and users are enough | 警報か',
  linked_to comment 'the stronger alert it shares most inquiries with; null for none | 同じ問い合わせによる、より強い警報',
  is_suppressed comment 'whether fewer users than the minimum stand behind the cell | 秘匿対象か',
  night_date comment 'night on which something was looked at | 夜'
) comment 'Emerging topics and terms | 急増しているトピックと語' as
with alerts as (
  select * from emerging_tests where is_alert
),
contacts as (
  select inquiry_id, arrival_date
  from timely_contacts
  where arrival_date >= :first_date and arrival_date <= :run_date
),
models as (
  select distinct night_date, model_date from baseline_days
),
tokens as (
  select inquiry_id, arrival_date, explode(array_distinct(terms)) as term
  from inquiry_tokens
  where arrival_date >= :first_date and arrival_date <= :run_date
),
members as (
  select a.night_date, a.candidate, a.strength, c.inquiry_id
  from alerts as a
  join tokens as t on t.arrival_date = a.night_date and t.term = a.candidate
  join contacts as c on c.inquiry_id = t.inquiry_id and c.arrival_date = t.arrival_date
  where a.candidate_type = 'term'
  union
  select a.night_date, a.candidate, a.strength, c.inquiry_id
  from alerts as a
  join models as m on m.night_date = a.night_date
  join topic_assignments as t
    on t.model_date = m.model_date and t.topic_id = a.candidate and t.is_primary
    and t.arrival_date = a.night_date
  join contacts as c on c.inquiry_id = t.inquiry_id and c.arrival_date = t.arrival_date
  where a.candidate_type <> 'term'
),
shared_inquiries as (
  select w.night_date, w.candidate, s.candidate as stronger, s.strength, count(*) as inquiries
  from members as w
  join members as s
    on s.night_date = w.night_date and s.inquiry_id = w.inquiry_id and s.strength < w.strength
  group by w.night_date, w.candidate, s.candidate, s.strength
),
links as (
  select
    l.night_date,
    l.candidate,
    l.stronger,
    row_number() over (partition by l.night_date, l.candidate order by l.strength) as choice
  from shared_inquiries as l
  join alerts as w on w.night_date = l.night_date and w.candidate = l.candidate
  where l.inquiries >= 0.5e0 * (w.observed - w.expected)
),
names as (
  select m.night_date, t.topic_id, max_by(t.label, t.valid_from) as label
  from models as m
  join topics as t on t.valid_from <= m.night_date
  group by m.night_date, t.topic_id
)
select
  e.candidate_type,
  e.candidate,
  case e.candidate_type when 'unassigned' then '未分類' when 'term' then e.candidate
    else coalesce(n.label, e.candidate) end as label,
  case when e.users >= :minimum_users then e.observed end as observed,
  case when e.users >= :minimum_users then e.users end as users,
  e.expected,
  e.variance,
  case when e.users >= :minimum_users then e.p_value end as p_value,
  case when e.users >= :minimum_users then e.q_value end as q_value,
  e.tests,
  e.is_alert,
  l.stronger as linked_to,
  e.users < :minimum_users as is_suppressed,
  e.night_date
from emerging_tests as e
left join links as l
  on l.night_date = e.night_date and l.candidate = e.candidate and l.choice = 1
left join names as n on n.night_date = e.night_date and n.topic_id = e.candidate
-- A term few users wrote may name one of them.
where e.candidate_type <> 'term' or e.users >= :minimum_users
