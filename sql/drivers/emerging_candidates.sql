-- place: internal
-- grain: one row per night and candidate: a topic, the unassigned pool, or a term of at least 8 inquiries
-- The count to expect is the candidate's own share of the baseline's volume times the night's volume:
-- (sum of counts + 1/2) * night weight / baseline weight. Counts vary with variance m + f m^2; f is
-- the candidate's moment estimate, sum((c - m)^2 - m) / sum(m^2), drawn towards the one pooled over
-- the family with the weight of 20 (about twenty days of one inquiry), and at most 1/2: more is an
-- outbreak within the baseline, which must not hide that it goes on. The variance of a new count
-- adds that of the expectation itself.
create or replace temporary view emerging_candidates (
  night_date comment 'night on which something was looked at | 夜',
  candidate_type comment 'topic, unassigned (the pool) or term | 候補の種類',
  candidate comment 'topic id, unassigned, or the term | 候補',
  observed comment 'inquiries of the night | 当夜の件数',
  users comment 'distinct users | 利用者数',
  expected comment 'inquiries to expect | 期待件数',
  variance comment 'variance of the count to expect | 期待件数の分散',
  family comment 'tests that are judged together: topics (with the pool) or terms | 検定の族',
  tests comment 'number of tests of the night''s family | 検定の数'
) comment 'Candidates of a night | 各夜の候補' as
with nights as (
  select distinct
    night_date, model_date, night_weight, baseline_days, baseline_weight, baseline_weight_squares
  from baseline_days
),
topics_tonight as (
  select
    n.night_date,
    'topics' as family,
    case when t.topic_id = 'unassigned' then 'unassigned' else 'topic' end as candidate_type,
    t.topic_id as candidate,
    sum(case when t.arrival_date = n.night_date then t.inquiries else 0 end) as observed,
    sum(case when t.arrival_date = n.night_date then t.users else 0 end) as users
  from nights as n
  join topic_counts_nightly as t
    on t.model_date = n.model_date
    and t.arrival_date <= n.night_date
    and t.arrival_date >= cast(n.night_date - interval 44 day as date)
  group by n.night_date, t.topic_id
),
words as (
  select term, inquiries, users, arrival_date
  from term_counts_daily
  where arrival_date >= cast(cast(:first_date as date) - interval 44 day as date)
    and arrival_date <= :run_date
),
terms_tonight as (
  select
    n.night_date,
    'terms' as family,
    'term' as candidate_type,
    w.term as candidate,
    w.inquiries as observed,
    w.users
  from nights as n
  join words as w on w.arrival_date = n.night_date
  where w.inquiries >= 8 and w.term <> 'unassigned'
),
families as (
  select night_date, family, count(*) as tests from topics_tonight group by night_date, family
  union all
  -- Every term of the night could have been a candidate.
  select n.night_date, 'terms' as family, count(*) as tests
  from nights as n
  join words as w on w.arrival_date = n.night_date
  group by n.night_date
),
tonight as (
  select * from topics_tonight
  union all
  select * from terms_tonight
),
history as (
  select
    b.night_date,
    case when t.topic_id = 'unassigned' then 'unassigned' else 'topic' end as candidate_type,
    t.topic_id as candidate,
    cast(t.inquiries as double) as inquiries,
    b.weight
  from baseline_days as b
  join topic_counts_nightly as t on t.model_date = b.model_date and t.arrival_date = b.day_date
  union all
  select b.night_date, 'term' as candidate_type, w.term as candidate,
    cast(w.inquiries as double) as inquiries, b.weight
  from words as w
  join baseline_days as b on b.day_date = w.arrival_date
  join terms_tonight as c on c.night_date = b.night_date and c.candidate = w.term
),
sums as (
  select
    night_date,
    candidate_type,
    candidate,
    sum(inquiries) as inquiries,
    sum(inquiries * inquiries) as squares,
    sum(inquiries * weight) as weighted
  from history
  group by night_date, candidate_type, candidate
),
-- Excess of the squared deviations over Poisson, and the sum of the squared means.
moments as (
  select
    t.*,
    n.baseline_days,
    coalesce(s.inquiries, 0.0e0) as baseline_inquiries,
    (coalesce(s.inquiries, 0.0e0) + 0.5e0) * n.night_weight / n.baseline_weight as expected,
    coalesce(
      s.squares - 2 * s.inquiries / n.baseline_weight * s.weighted
        + s.inquiries * s.inquiries * n.baseline_weight_squares
          / (n.baseline_weight * n.baseline_weight)
        - s.inquiries, 0.0e0) as excess,
    coalesce(
      s.inquiries * s.inquiries * n.baseline_weight_squares
        / (n.baseline_weight * n.baseline_weight), 0.0e0) as mean_squares
  from tonight as t
  join nights as n on n.night_date = t.night_date
  left join sums as s
    on s.night_date = t.night_date and s.candidate_type = t.candidate_type
    and s.candidate = t.candidate
),
pooled as (
  select
    *,
    greatest(0.0e0, coalesce(
      sum(excess) over (partition by night_date, family)
        / nullif(sum(mean_squares) over (partition by night_date, family), 0), 0.0e0)) as pool
  from moments
),
dispersed as (
  select
    *,
    greatest(0.0e0, least(0.5e0, (excess + 20 * pool) / (mean_squares + 20))) as dispersion
  from pooled
)
select
  d.night_date,
  d.candidate_type,
  d.candidate,
  d.observed,
  d.users,
  d.expected,
  d.expected + d.expected * d.expected
    * (d.dispersion + 1 / (d.baseline_inquiries + 0.5e0) + d.dispersion / d.baseline_days)
    as variance,
  d.family,
  f.tests
from dispersed as d
join families as f on f.night_date = d.night_date and f.family = d.family
