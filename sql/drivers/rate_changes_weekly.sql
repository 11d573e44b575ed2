-- place: shared
-- grain: one row per week, metric, dimension, service and segment with contacts in the week or the week before; mature weeks only
-- question: Why did the durable resolution rate fall: another mix of topics, or topics that got worse?
-- Midpoint Kitagawa (E. M. Kitagawa, JASA 50 (1955) 1168-1194). With m the share of contacts, r the
-- rate, R the total rate, and a bar for the mean of both weeks: mix = change of m * (r bar - R bar),
-- rate = m bar * change of r. A segment empty in one of the weeks has no change of r: change of
-- m * (its only r - R bar) is entry_exit. The parts add up to the change of R.
create or replace temporary view rate_changes_weekly (
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）',
  iso_week comment 'ISO week, such as 2026-W40 | ISO週',
  metric_id comment 'metric, see definitions | 指標ID',
  dimension comment 'what the segments are: service, topic, channel | 分解の軸',
  segment comment 'value of the dimension | 軸の値',
  service comment 'service the contact is about: mercari, merpay, shops, … | サービス',
  contacts_before comment 'contacts of the week before | 前週の件数',
  contacts_after comment 'contacts of the week | 当週の件数',
  rate_before comment 'rate of the segment in the week before; null without contacts | 前週の率',
  rate_after comment 'rate of the segment in the week; null without contacts | 当週の率',
  mix_effect comment 'part of the change due to another mix of segments | 構成の変化による増減',
  rate_effect comment 'part of the change due to the segment''s own rate | 率の変化による増減',
  entry_exit_effect comment 'part of the change due to segments that are empty in one of the weeks | 新規・消滅による増減',
  total_change comment 'change from the week before of the rate of all segments together | 全体の率の前週からの増減',
  users comment 'distinct users | 利用者数',
  is_suppressed comment 'whether fewer users than the minimum stand behind the cell | 秘匿対象か'
) comment 'Exact decomposition of the change in a rate | 率の変化の分解' as
with
pairs as (
  select a.week_start_date, b.week_start_date as week_before, a.iso_week
  from driver_weeks as a
  join driver_weeks as b
    on b.week_start_date = cast(a.week_start_date - interval 7 day as date)
  where a.is_rate_mature and b.is_rate_mature
),
keys as (
  select p.week_start_date, c.dimension, c.service, c.segment
  from pairs as p
  join contact_counts_weekly as c on c.week_start_date in (p.week_start_date, p.week_before)
  group by p.week_start_date, c.dimension, c.service, c.segment
),
changes as (
  select
    p.week_start_date,
    p.iso_week,
    k.dimension,
    k.service,
    k.segment,
    coalesce(b.contacts, 0) as contacts_before,
    coalesce(a.contacts, 0) as contacts_after,
    coalesce(b.resolved, 0) as resolved_before,
    coalesce(a.resolved, 0) as resolved_after,
    greatest(coalesce(b.users, 0), coalesce(a.users, 0)) as users
  from keys as k
  join pairs as p on p.week_start_date = k.week_start_date
  left join contact_counts_weekly as b
    on b.week_start_date = p.week_before and b.dimension = k.dimension
    and b.service = k.service and b.segment = k.segment
  left join contact_counts_weekly as a
    on a.week_start_date = p.week_start_date and a.dimension = k.dimension
    and a.service = k.service and a.segment = k.segment
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
  users < :minimum_users as is_suppressed
from shares
