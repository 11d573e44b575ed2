-- place: internal
-- grain: one row per week and topic that ever had a contact or a name
create or replace temporary view topic_labels_weekly (
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）',
  topic_id comment 'topic; unassigned is a topic | トピックID（unassigned を含む）',
  label comment 'short Japanese name made of the topic''s own terms | トピックの名称',
  terms comment 'ten strongest terms, strongest first, separated by spaces | 代表語（上位10語）'
) comment 'What a topic was called at the end of a week | 週末時点のトピックの名称' as
with names as (
  select
    w.week_start_date,
    t.topic_id,
    t.label,
    t.terms,
    row_number() over (
      partition by w.week_start_date, t.topic_id
      order by
        -- The newest name that was valid by the week's end; else the first name it ever got.
        case when t.valid_from <= w.week_end_date then 0 else 1 end,
        case when t.valid_from <= w.week_end_date then datediff(w.week_end_date, t.valid_from)
          else datediff(t.valid_from, w.week_end_date) end,
        t.label) as choice
  from driver_weeks as w
  cross join topics as t
  where t.topic_id <> 'unassigned'
)
select week_start_date, topic_id, label, terms from names where choice = 1
union all
select week_start_date, 'unassigned' as topic_id, '未分類' as label, '' as terms from driver_weeks
