-- place: internal
-- grain: one row per night, candidate and inquiry of the night; candidates are the night's finds and those of the 14 nights before
create or replace temporary view emerging_members (
  night_date comment 'night on which something was looked at | 夜',
  candidate_type comment 'topic, unassigned (the pool) or term | 候補の種類',
  candidate comment 'topic id, unassigned, or the term | 候補',
  is_tonight comment 'whether it is a find of the night itself | 当夜の警報か',
  strength comment 'rank, strongest first; finds of nights before come after | 強さの順位',
  observed comment 'inquiries of the night when found that night | 当夜の件数',
  excess_share comment 'share of its inquiries that were beyond expectation when it was last found | 期待を超えた件数の割合',
  peak comment 'its most inquiries of a night when found | 警報時の最大件数',
  inquiry_id comment 'inquiry (問い合わせ) id | 問い合わせID'
) comment 'Inquiries behind the finds | 警報に属する問い合わせ' as
with nights as (
  select distinct b.night_date, b.model_date
  from baseline_days as b
  join emerging_finds as f on f.night_date = b.night_date
  where f.is_alert
),
suspects as (
  select
    n.night_date,
    n.model_date,
    f.candidate_type,
    f.candidate,
    max(f.night_date) = n.night_date as is_tonight,
    coalesce(max(case when f.night_date = n.night_date then f.strength end),
      1000 + datediff(n.night_date, max(f.night_date))) as strength,
    max(case when f.night_date = n.night_date then f.observed end) as observed,
    max_by(1 - f.expected / f.observed, f.night_date) as excess_share,
    max(f.observed) as peak
  from nights as n
  join emerging_finds as f
    on f.night_date <= n.night_date
    and f.night_date >= cast(n.night_date - interval 14 day as date)
  where f.is_alert
  group by n.night_date, n.model_date, f.candidate_type, f.candidate
),
contacts as (
  select inquiry_id, arrival_date
  from timely_contacts
  where arrival_date >= :first_date and arrival_date <= :run_date
),
tokens as (
  select inquiry_id, arrival_date, explode(array_distinct(terms)) as term
  from inquiry_tokens
  where arrival_date >= :first_date and arrival_date <= :run_date
),
members as (
  select s.*, t.inquiry_id
  from suspects as s
  join tokens as t on t.arrival_date = s.night_date and t.term = s.candidate
  where s.candidate_type = 'term'
  union all
  select s.*, t.inquiry_id
  from suspects as s
  join topic_assignments as t
    on t.model_date = s.model_date and t.topic_id = s.candidate and t.is_primary
    and t.arrival_date = s.night_date
  where s.candidate_type <> 'term'
)
select distinct
  m.night_date, m.candidate_type, m.candidate, m.is_tonight, m.strength, m.observed,
  m.excess_share, m.peak, m.inquiry_id
from members as m
join contacts as c on c.inquiry_id = m.inquiry_id and c.arrival_date = m.night_date
