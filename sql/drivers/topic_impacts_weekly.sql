-- place: shared
-- grain: one row per week, service (and 'all'), metric and topic with contacts
-- question: Which topic pulls the durable resolution rate down most?
-- Impact = KPI(all) - KPI(all without the topic). Topics withheld for too few users are one, 'withheld'.
create or replace temporary view topic_impacts_weekly (
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）',
  iso_week comment 'ISO week, such as 2026-W40 | ISO週',
  service comment 'service the contact is about; withheld for small ones together | サービス（withheld は秘匿分の合算）',
  metric_id comment 'metric, see definitions | 指標ID',
  topic_id comment 'topic; unassigned is a topic; withheld for small ones together | トピックID（unassigned を含む。withheld は秘匿分の合算）',
  label comment 'short Japanese name made of the topic''s own terms | トピックの名称',
  contacts comment 'contacts opened in the period | 問い合わせ件数',
  value_all comment 'the metric over all topics | 全体の値',
  value_without comment 'the metric without the topic; null when nothing else is there | トピックを除いた値',
  impact comment 'value_all minus value_without | 影響度',
  users comment 'distinct users | 利用者数',
  is_suppressed comment 'whether the row sums cells that are withheld for too few users | 秘匿分の合算か',
  is_mature comment 'whether the value can no longer change but by a restatement | 確定済みか'
) comment 'What a topic does to a metric | トピックが指標に与える影響' as
with topics_of_week as (
  select
    counts.week_start_date,
    w.iso_week,
    counts.service,
    counts.segment as topic_id,
    counts.contacts,
    counts.resolved,
    counts.handled,
    counts.hours,
    counts.users,
    w.is_rate_mature,
    w.is_count_mature
  from shown_counts_weekly as counts
  join driver_weeks as w on w.week_start_date = counts.week_start_date
  where counts.dimension = 'topic'
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
    totals.*,
    metric.metric_id,
    case metric.metric_id
      when 'contacts' then cast(all_contacts as double)
      when 'durable_resolution_rate' then all_resolved / cast(all_contacts as double)
      else all_hours / nullif(all_handled, 0)
    end as value_all,
    case metric.metric_id
      when 'contacts' then cast(all_contacts - contacts as double)
      when 'durable_resolution_rate'
        then (all_resolved - resolved) / cast(nullif(all_contacts - contacts, 0) as double)
      else (all_hours - coalesce(hours, 0.0e0)) / nullif(all_handled - handled, 0)
    end as value_without,
    case metric.metric_id when 'durable_resolution_rate' then is_rate_mature else is_count_mature
    end as is_mature
  from totals
  cross join (
    values ('contacts'), ('durable_resolution_rate'), ('full_resolution_hours_mean')
  ) as metric (metric_id)
)
select
  i.week_start_date,
  i.iso_week,
  i.service,
  i.metric_id,
  i.topic_id,
  case when i.topic_id = 'withheld' then 'その他（少数）' else coalesce(l.label, i.topic_id) end as label,
  i.contacts,
  i.value_all,
  i.value_without,
  i.value_all - i.value_without as impact,
  i.users,
  i.topic_id = 'withheld' or i.service = 'withheld' as is_suppressed,
  i.is_mature
from impacts as i
left join topic_labels_weekly as l
  on l.week_start_date = i.week_start_date and l.topic_id = i.topic_id
where i.metric_id = 'contacts' or i.is_mature
