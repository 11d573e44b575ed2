-- place: internal
-- grain: one row per night and candidate worth keeping: every topic and the pool, terms with p <= 0.01
-- p: negative-binomial upper tail. q: Benjamini and Hochberg (JRSS B 57 (1995) 289-300) over the
-- night's family, the smallest tests * p / rank at the same or a higher rank; terms that could not be
-- candidates count as tests with p = 1.
create or replace temporary view emerging_tests
comment 'Tests of a night | 各夜の検定' as
with tested as (
  select
    *,
    negative_binomial_upper_tail(cast(observed as double), expected, variance) as p_value
  from emerging_candidates
),
ranked as (
  select
    *,
    tests * p_value / row_number() over (
      partition by night_date, family order by p_value, candidate) as scaled
  from tested
),
judged as (
  select
    *,
    least(1.0e0, min(scaled) over (
      partition by night_date, family order by p_value desc, candidate desc
      rows between unbounded preceding and current row)) as q_value
  from ranked
),
-- An effect worth a reader's time, by more than a handful of people.
raised as (
  select
    *,
    q_value <= :false_discovery_rate
      and observed >= 1.5e0 * expected + 5
      and users >= :minimum_users as is_raised
  from judged
)
select
  night_date,
  candidate_type,
  candidate,
  observed,
  users,
  expected,
  variance,
  p_value,
  q_value,
  tests,
  is_raised and strength <= 200 as is_raised,
  strength
from (
  select
    *,
    row_number() over (
      partition by night_date
      order by case when is_raised then 0 else 1 end, p_value, observed desc, candidate) as strength
  from raised) as by_strength
where candidate_type <> 'term' or p_value <= 0.01
