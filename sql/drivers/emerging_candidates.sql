-- place: internal
-- grain: one row per night and candidate: a topic, the unassigned pool, or a term of at least 8 inquiries
-- With s the candidate's inquiries in the baseline, w and W the weights of the night and the
-- baseline, expected m = (s + 1/2) w / W. Counts vary from day to day with variance m + f m^2, and
-- levels drift with variance g m^2 in 21 days. f is the candidate's moment estimate,
-- sum((c - m)^2 - m) / sum(m^2), drawn towards the one pooled over the family with the weight of
-- 20 (about twenty days of one inquiry), at least halfway up to that one, as six weeks tell a
-- variance only roughly, and at most 1/2: more is an outbreak within the baseline, which must not hide
-- that it goes on. g, at most 1/4, is the family's moment estimate from the
-- baseline's halves, 21 days apart: with a the newer half's share of W and u = (its inquiries) - a s,
-- sum(u^2 - a (1 - a) (s + f sum(m^2))) / sum((a (1 - a) s)^2). What a family pools takes no
-- candidate for more than these bounds. The variance of a new count adds that of the expectation
-- itself, and the drift of the 23.5 days from the baseline's middle to the night.
-- The pool is only looked at when 14 nights of its own size are known.
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
    night_date, night_weight, baseline_days, baseline_weight, baseline_weight_squares, newer_weight
  from baseline_days
),
sums as (
  select
    o.*,
    n.night_weight,
    coalesce(h.inquiries, 0.0e0) as s,
    coalesce(h.squares, 0.0e0) as squares,
    coalesce(h.weighted, 0.0e0) as weighted,
    coalesce(h.newer, 0.0e0) as newer,
    case when o.candidate_type = 'unassigned' then h.days else n.baseline_days end as days,
    case when o.candidate_type = 'unassigned' then h.weight else n.baseline_weight end as total,
    case when o.candidate_type = 'unassigned' then h.weight_squares
      else n.baseline_weight_squares end as total_squares,
    case when o.candidate_type = 'unassigned' then h.newer_weight else n.newer_weight end
      as newer_weight
  from emerging_observed as o
  join nights as n on n.night_date = o.night_date
  left join emerging_history as h
    on h.night_date = o.night_date and h.family = o.family and h.candidate = o.candidate
),
moments as (
  select
    *,
    (s + 0.5e0) * night_weight / total as expected,
    squares - 2 * s / total * weighted + s * s * total_squares / (total * total) - s as excess,
    s * s * total_squares / (total * total) as mean_squares,
    newer_weight / total * (1 - newer_weight / total) as halves,
    newer - s * newer_weight / total as moved,
    coalesce(words, count(*) over (partition by night_date, family)) as tests
  from sums
  where days >= 14
),
-- Sums of decimals do not depend on the order of the rows.
pooled as (
  select
    *,
    greatest(0.0e0, coalesce(
      cast(sum(cast(least(excess, mean_squares / 2) as decimal(38, 9)))
        over (partition by night_date, family) as double)
        / nullif(cast(sum(cast(mean_squares as decimal(38, 9)))
          over (partition by night_date, family) as double), 0), 0.0e0)) as pool
  from moments
),
dispersed as (
  select
    *,
    greatest(0.0e0, least(0.5e0, greatest(
      (excess + 20 * pool) / (mean_squares + 20),
      (excess + (mean_squares + 20) * pool) / (2 * mean_squares + 20)))) as dispersion
  from pooled
),
drifting as (
  select
    *,
    greatest(0.0e0, coalesce(
      cast(sum(cast(least(
          moved * moved - halves * (s + dispersion * mean_squares),
          halves * halves * s * s / 4) as decimal(38, 9)))
        over (partition by night_date, family) as double)
        / nullif(cast(sum(cast(halves * halves * s * s as decimal(38, 9)))
          over (partition by night_date, family) as double), 0), 0.0e0)) as drift
  from dispersed
)
select
  night_date,
  candidate_type,
  candidate,
  observed,
  users,
  expected,
  expected + expected * expected * (
    dispersion + 1 / (s + 0.5e0) + dispersion / days + drift * (23.5e0 / 21) * (23.5e0 / 21))
    as variance,
  family,
  tests
from drifting
