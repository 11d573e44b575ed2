-- place: shared
-- grain: one row per week, service (and 'all'), metric and topic with contacts
-- question: Which topic pulls the durable resolution rate down most?
-- Impact = KPI(all) - KPI(all without the topic).
create or replace temporary view topic_impacts_weekly (
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）',
  iso_week comment 'ISO week, such as 2026-W40 | ISO週',
  service comment 'service the contact is about: mercari, merpay, shops, … | サービス',
  metric_id comment 'metric, see definitions | 指標ID',
  topic_id comment 'topic; unassigned is a topic | トピックID（unassigned を含む）',
  label comment 'short Japanese name made of the topic''s own terms | トピックの名称',
  contacts comment 'contacts opened in the period | 問い合わせ件数',
  value_all comment 'the metric over all topics | 全体の値',
  value_without comment 'the metric without the topic; null when nothing else is there | トピックを除いた値',
  impact comment 'value_all minus value_without | 影響度',
  users comment 'distinct users | 利用者数',
  is_suppressed comment 'whether fewer users than the minimum stand behind the cell | 秘匿対象か',
  is_mature comment 'whether the value can no longer change but by a restatement | 確定済みか'
) comment 'What a topic does to a metric | トピックが指標に与える影響' as
with topics_of_week as (
  select
    week_start_date,
    case when grouping(service) = 1 then 'all' else service end as service,
    topic_id,
    count(*) as contacts,
    count(case when is_durably_resolved then 1 end) as resolved,
    count(handle_hours) as handled,
    -- A sum of decimals does not depend on the order of the rows.
    cast(sum(cast(handle_hours as decimal(18, 9))) as double) as hours,
    count(distinct user_id) as users,
    min(is_rate_mature) as is_rate_mature,
    min(is_count_mature) as is_count_mature
  from driver_contacts
  group by grouping sets ((week_start_date, topic_id), (week_start_date, service, topic_id))
),
totals as (
  select
    *,
    sum(contacts) over (partition by week_start_date, service) as all_contacts,
    sum(resolved) over (partition by week_start_date, service) as all_resolved,
    sum(handled) over (partition by week_start_date, service) as all_handled,
    cast(sum(cast(hours as decimal(27, 9))) over (partition by week_start_date, service) as double)
      as all_hours
  from topics_of_week
),
impacts as (
  select
    'contacts' as metric_id,
    cast(all_contacts as double) as value_all,
    cast(all_contacts - contacts as double) as value_without,
    is_count_mature as is_mature,
    *
  from totals
  union all
  select
    'durable_resolution_rate' as metric_id,
    all_resolved / cast(all_contacts as double) as value_all,
    (all_resolved - resolved) / cast(nullif(all_contacts - contacts, 0) as double)
      as value_without,
    is_rate_mature as is_mature,
    *
  from totals
  where is_rate_mature
  union all
  select
    'full_resolution_hours_mean' as metric_id,
    all_hours / nullif(all_handled, 0) as value_all,
    (all_hours - coalesce(hours, 0.0e0)) / nullif(all_handled - handled, 0) as value_without,
    is_count_mature as is_mature,
    *
  from totals
  where is_count_mature
)
select
  i.week_start_date,
  w.iso_week,
  i.service,
  i.metric_id,
  i.topic_id,
  coalesce(l.label, i.topic_id) as label,
  i.contacts,
  i.value_all,
  i.value_without,
  i.value_all - i.value_without as impact,
  i.users,
  i.users < :minimum_users as is_suppressed,
  i.is_mature
from impacts as i
join driver_weeks as w on w.week_start_date = i.week_start_date
left join topic_labels_weekly as l
  on l.week_start_date = i.week_start_date and l.topic_id = i.topic_id
