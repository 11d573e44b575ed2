-- place: internal
-- grain: one row per night and candidate with inquiries in its baseline, and the pool
create or replace temporary view emerging_history (
  night_date comment 'night on which something was looked at | 夜',
  family comment 'tests that are judged together: topics (with the pool) or terms | 検定の族',
  candidate comment 'topic id, unassigned, or the term | 候補',
  inquiries comment 'inquiries of the baseline | 基準期間の件数',
  squares comment 'sum of the squared daily counts | 日次件数の二乗和',
  weighted comment 'sum of daily count times weight | 日次件数と重みの積和',
  newer comment 'inquiries of the newer half of the baseline | 基準期間の後半の件数',
  days comment 'days that were counted, those without the candidate only for the pool | 集計日数',
  weight comment 'sum of their weights | 重みの合計',
  weight_squares comment 'sum of their squared weights | 重みの二乗和',
  newer_weight comment 'sum of their weights in the newer half | 後半の重みの合計'
) comment 'What the baseline says of a candidate | 候補ごとの基準期間の集計' as
with counts as (
  select b.night_date, 'topics' as family, t.topic_id as candidate, b.weight, b.is_newer,
    t.inquiries
  from baseline_days as b
  join topic_counts_nightly as t on t.model_date = b.model_date and t.arrival_date = b.day_date
  where t.topic_id <> 'unassigned'
  union all
  select b.night_date, 'topics' as family, 'unassigned' as candidate, b.weight, b.is_newer,
    p.inquiries
  from baseline_days as b
  join pool_counts_daily as p on p.arrival_date = b.day_date
  union all
  select b.night_date, 'terms' as family, w.term as candidate, b.weight, b.is_newer, w.inquiries
  from baseline_days as b
  join emerging_observed as o on o.night_date = b.night_date and o.family = 'terms'
  join term_counts_daily as w on w.arrival_date = b.day_date and w.term = o.candidate
  where w.arrival_date >= cast(cast(:first_date as date) - interval 44 day as date)
    and w.arrival_date <= :run_date
)
-- Sums of whole numbers and of decimals do not depend on the order of the rows.
select
  night_date,
  family,
  candidate,
  cast(sum(inquiries) as double) as inquiries,
  cast(sum(inquiries * inquiries) as double) as squares,
  cast(sum(cast(inquiries * weight as decimal(28, 9))) as double) as weighted,
  cast(sum(case when is_newer then inquiries else 0 end) as double) as newer,
  count(*) as days,
  cast(sum(cast(weight as decimal(28, 9))) as double) as weight,
  cast(sum(cast(weight * weight as decimal(28, 9))) as double) as weight_squares,
  cast(sum(case when is_newer then cast(weight as decimal(28, 9)) else 0 end) as double)
    as newer_weight
from counts
group by night_date, family, candidate
