-- place: shared
-- grain: one row per mature week, office and metric
-- partitioned by: week_start_date
-- question: Which office resolves more than its own mix of topics and channels lets expect?
-- Indirect standardisation: expected = what all offices together reach on each topic and channel of
-- the week, weighted by the office's own contacts. The interval of the difference takes the
-- contacts as independent: +- 1.96 * sqrt(sum n r (1 - r)) / n (hours: with the cells' variance).
create or replace temporary view office_comparison_weekly (
  iso_week comment 'ISO week, such as 2026-W40 | ISO週',
  office comment 'office or partner; withheld for small ones together | 拠点（withheld は秘匿分の合算）',
  metric_id comment 'metric, see definitions | 指標ID',
  contacts comment 'contacts opened in the period | 問い合わせ件数',
  value comment 'the metric | 値',
  expected_value comment 'the metric to expect from the office''s own mix of topics and channels | 構成から期待される値',
  difference comment 'value minus expected value | 期待値との差',
  difference_low comment 'lower end of the 95 % interval of the difference | 差の95%区間の下限',
  difference_high comment 'upper end of the 95 % interval of the difference | 差の95%区間の上限',
  users comment 'distinct users | 利用者数',
  is_suppressed comment 'whether fewer users than the minimum stand behind the cell | 秘匿対象か',
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）'
) comment 'Offices beside what their mix lets expect | 構成調整済みの拠点比較' as
with mature_contacts as (
  select *
  from driver_contacts
  where
    is_rate_mature
    and week_start_date in (select week_start_date from counted_weeks where is_touched)
),
results as (
  select
    week_start_date, office, topic_id, channel, user_id,
    'durable_resolution_rate' as metric_id,
    cast(case when is_durably_resolved then 1 else 0 end as decimal(18, 9)) as result
  from mature_contacts
  union all
  select
    week_start_date, office, topic_id, channel, user_id,
    'full_resolution_hours_mean' as metric_id,
    cast(handle_hours as decimal(18, 9)) as result
  from mature_contacts
  where handle_hours is not null
),
-- Small offices are shown together with the next larger one, so that nothing can be subtracted.
users_of_offices as (
  select week_start_date, metric_id, office, count(distinct user_id) as users
  from results
  group by week_start_date, metric_id, office
),
ranked_offices as (
  select
    *,
    count(case when users < :minimum_users then 1 end) over week as small_offices,
    row_number() over (partition by week_start_date, metric_id order by users, office) as place
  from users_of_offices
  window week as (partition by week_start_date, metric_id)
),
-- Sums of decimals do not depend on the order of the rows.
cells as (
  select
    *,
    cast(avg(result) over (partition by week_start_date, metric_id, topic_id, channel) as double)
      as cell_mean,
    cast(
      avg(result * result) over (partition by week_start_date, metric_id, topic_id, channel)
      as double
    ) as cell_mean_square
  from results
),
offices as (
  select
    c.week_start_date,
    case when r.small_offices > 0 and r.place <= r.small_offices + 1 then 'withheld'
      else c.office end as office,
    c.metric_id,
    count(*) as contacts,
    cast(avg(result) as double) as value,
    cast(sum(cast(cell_mean as decimal(24, 12))) as double) / count(*) as expected_value,
    1.959963984540054e0
      * sqrt(cast(sum(
        cast(greatest(0.0e0, cell_mean_square - cell_mean * cell_mean) as decimal(24, 12))
      ) as double)) / count(*) as half_width,
    count(distinct user_id) as users
  from cells as c
  join ranked_offices as r
    on r.week_start_date = c.week_start_date and r.metric_id = c.metric_id and r.office = c.office
  group by 1, 2, 3
)
select
  w.iso_week,
  o.office,
  o.metric_id,
  o.contacts,
  o.value,
  o.expected_value,
  o.value - o.expected_value as difference,
  o.value - o.expected_value - o.half_width as difference_low,
  o.value - o.expected_value + o.half_width as difference_high,
  o.users,
  o.users < :minimum_users as is_suppressed,
  o.week_start_date
from offices as o
join driver_weeks as w on w.week_start_date = o.week_start_date
where
  -- Without any office there is nothing to compare.
  o.week_start_date in (select week_start_date from mature_contacts where office <> 'unknown')
  and o.users >= :minimum_users
