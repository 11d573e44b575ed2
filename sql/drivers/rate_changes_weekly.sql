-- place: shared
-- grain: one row per week, metric, dimension, service and segment with contacts in the week or the week before; mature weeks only
-- question: Why did the durable resolution rate fall: another mix of topics, or topics that got worse?
-- Midpoint Kitagawa (E. M. Kitagawa, JASA 50 (1955) 1168-1194). With m the share of contacts, r the
-- rate, R the total rate, and a bar for the mean of both weeks: mix = change of m * (r bar - R bar),
-- rate = m bar * change of r. A segment empty in one of the weeks has no change of r: change of
-- m * (its only r - R bar) is entry_exit. The parts add up to the change of R. What is withheld in either
-- week (see shown_changes_weekly) is one segment, so they do all the same.
create or replace temporary view rate_changes_weekly (
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）',
  iso_week comment 'ISO week, such as 2026-W40 | ISO週',
  metric_id comment 'metric, see definitions | 指標ID',
  dimension comment 'what the segments are: service, topic, channel | 分解の軸',
  segment comment 'value of the dimension; withheld for small ones together | 軸の値（withheld は秘匿分の合算）',
  service comment 'service the contact is about; withheld for small ones together | サービス（withheld は秘匿分の合算）',
  contacts_before comment 'contacts of the week before | 前週の件数',
  contacts_after comment 'contacts of the week | 当週の件数',
  rate_before comment 'rate of the segment in the week before; null without contacts | 前週の率',
  rate_after comment 'rate of the segment in the week; null without contacts | 当週の率',
  mix_effect comment 'part of the change due to another mix of segments | 構成の変化による増減',
  rate_effect comment 'part of the change due to the segment''s own rate | 率の変化による増減',
  entry_exit_effect comment 'part of the change due to segments that are empty in one of the weeks | 新規・消滅による増減',
  total_change comment 'change from the week before of the rate of all segments together | 全体の率の前週からの増減',
  users comment 'distinct users, of the week with more of them | 利用者数（多い週）',
  is_suppressed comment 'whether the row sums cells that are withheld for too few users | 秘匿分の合算か'
) comment 'Exact decomposition of the change in a rate | 率の変化の分解' as
with
changes as (
  select c.*, a.iso_week
  from shown_changes_weekly as c
  join driver_weeks as a on a.week_start_date = c.week_start_date
  join driver_weeks as b on b.week_start_date = c.week_before
  where a.is_rate_mature and b.is_rate_mature
),
totals as (
  select
    *,
    sum(contacts_before) over (partition by week_start_date, dimension, service) as all_before,
    sum(contacts_after) over (partition by week_start_date, dimension, service) as all_after,
    sum(resolved_before) over (partition by week_start_date, dimension, service)
      as all_resolved_before,
    sum(resolved_after) over (partition by week_start_date, dimension, service)
      as all_resolved_after
  from changes
),
-- A service without contacts in one of the weeks has no rate to change.
shares as (
  select
    *,
    contacts_before / cast(nullif(all_before, 0) as double) as share_before,
    contacts_after / cast(nullif(all_after, 0) as double) as share_after,
    resolved_before / cast(nullif(contacts_before, 0) as double) as rate_before,
    resolved_after / cast(nullif(contacts_after, 0) as double) as rate_after,
    all_resolved_before / cast(nullif(all_before, 0) as double) as all_rate_before,
    all_resolved_after / cast(nullif(all_after, 0) as double) as all_rate_after
  from totals
  where all_before > 0 and all_after > 0
)
select
  week_start_date,
  iso_week,
  'durable_resolution_rate' as metric_id,
  dimension,
  segment,
  service,
  contacts_before,
  contacts_after,
  rate_before,
  rate_after,
  coalesce(
    (share_after - share_before)
      * ((rate_before + rate_after) / 2 - (all_rate_before + all_rate_after) / 2), 0.0e0)
    as mix_effect,
  coalesce((share_before + share_after) / 2 * (rate_after - rate_before), 0.0e0) as rate_effect,
  case
    when rate_before is null or rate_after is null
      then (share_after - share_before)
        * (coalesce(rate_after, rate_before) - (all_rate_before + all_rate_after) / 2)
    else 0.0e0
  end as entry_exit_effect,
  all_rate_after - all_rate_before as total_change,
  users,
  segment = 'withheld' or service = 'withheld' as is_suppressed
from shares
