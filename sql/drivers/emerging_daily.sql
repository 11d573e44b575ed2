-- place: shared
-- grain: one row per night and candidate: each topic, the unassigned pool, and terms with p <= 0.01
-- partitioned by: night_date
-- question: What is new or unusually frequent tonight?
-- One spike raises many words, and words and topics go on being raised by what a night before found.
-- Each inquiry a find shares with stronger ones of the night, or with ones of the 14 nights before
-- that had at least as many, is explained by them for the share that was beyond their expectation.
-- When half of the find's own excess is explained, or a quarter and without that it would be none,
-- it is linked to the one that explains most.
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
  is_raised comment 'whether q, effect and users are enough for the night | 当夜の基準を超えたか',
  is_alert comment 'whether it is a find: raised strongly, or twice in three nights | 警報か',
  ears_c1 comment 'EARS C1: deviation from the 7 days before in their standard deviations; null when suppressed or not known | EARS C1',
  ears_c2 comment 'EARS C2: the same from the 7 days that end 3 days before; null when suppressed or not known | EARS C2',
  ears_c3 comment 'EARS C3: what of C2 is above 1, over three days; null when suppressed or not known | EARS C3',
  linked_to comment 'the stronger or earlier alert that explains it; null for none | それを説明する、より強い警報または以前の警報',
  is_suppressed comment 'whether fewer users than the minimum stand behind the cell | 秘匿対象か',
  night_date comment 'night on which something was looked at | 夜'
) comment 'Emerging topics and terms | 急増しているトピックと語' as
with models as (
  select distinct night_date, model_date from baseline_days
),
alerts as (
  select night_date, candidate_type, candidate, observed, expected
  from emerging_finds
  where is_alert and night_date >= :first_date
),
pairs as (
  select w.night_date, w.candidate_type, w.candidate, w.inquiry_id,
    s.candidate as stronger, s.strength, cast(s.excess_share as decimal(18, 9)) as share
  from emerging_members as w
  join emerging_members as s
    on s.night_date = w.night_date and s.inquiry_id = w.inquiry_id
    and case when s.is_tonight then s.strength < w.strength else s.peak >= w.observed end
  where w.is_tonight
),
-- A sum of decimals does not depend on the order of the rows.
explained as (
  select night_date, candidate_type, candidate, sum(share) as inquiries
  from (
    select night_date, candidate_type, candidate, inquiry_id, max(share) as share
    from pairs
    group by night_date, candidate_type, candidate, inquiry_id) as shared
  group by night_date, candidate_type, candidate
),
choices as (
  select
    night_date,
    candidate_type,
    candidate,
    stronger,
    row_number() over (
      partition by night_date, candidate_type, candidate
      order by sum(share) desc, strength, stronger) as choice
  from pairs
  group by night_date, candidate_type, candidate, stronger, strength
),
links as (
  select c.night_date, c.candidate_type, c.candidate, c.stronger
  from choices as c
  join explained as x
    on x.night_date = c.night_date and x.candidate_type = c.candidate_type
    and x.candidate = c.candidate
  join alerts as w
    on w.night_date = c.night_date and w.candidate_type = c.candidate_type
    and w.candidate = c.candidate
  where c.choice = 1
    and (x.inquiries >= (w.observed - w.expected) / 2
      or x.inquiries >= (w.observed - w.expected) / 4
        and w.observed - x.inquiries < 1.5e0 * w.expected + 5)
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
  e.is_raised,
  a.candidate is not null as is_alert,
  case when e.users >= :minimum_users then r.ears_c1 end as ears_c1,
  case when e.users >= :minimum_users then r.ears_c2 end as ears_c2,
  case when e.users >= :minimum_users then r.ears_c3 end as ears_c3,
  l.stronger as linked_to,
  e.users < :minimum_users as is_suppressed,
  e.night_date
from emerging_tests as e
left join alerts as a
  on a.night_date = e.night_date and a.candidate_type = e.candidate_type
  and a.candidate = e.candidate
left join emerging_ears as r
  on r.night_date = e.night_date and r.candidate_type = e.candidate_type
  and r.candidate = e.candidate
left join links as l
  on l.night_date = e.night_date and l.candidate_type = e.candidate_type
  and l.candidate = e.candidate
left join names as n on n.night_date = e.night_date and n.topic_id = e.candidate
-- A term few users wrote may name one of them.
where e.candidate_type <> 'term' or e.users >= :minimum_users
