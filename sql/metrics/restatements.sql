-- place: shared
-- grain: one row per night, metric, day and cell whose final value changed on that night
-- partitioned by: restated_date
-- question: Which published figures changed afterwards, and why?
create or replace temporary view restatements (
  metric_id comment 'metric, see definitions | 指標ID',
  period comment 'day or week | 日または週',
  metric_date comment 'day of the cohort, Japan time | 対象日（日本時間）',
  service comment 'service the contact is about: mercari, merpay, shops, … | サービス',
  channel comment 'way of contact: form, email, chat, phone, bot | 問い合わせ経路',
  topic_id comment 'topic; unassigned is a topic | トピックID（unassigned を含む）',
  office comment 'office or partner | 拠点',
  old_value comment 'value published the night before | 訂正前の値',
  new_value comment 'value published on the night | 訂正後の値',
  reason comment 'late_rows: rows arrived late or inquiries were merged or marked | 訂正理由',
  restated_date comment 'night on which the value changed | 訂正日'
) comment 'final values that changed | 確定値の訂正' as
with
old_cells as (
  select * from metric_cells_as_of where is_mature and not is_suppressed
),
new_cells as (
  select *
  from metric_cells_as_of
  where as_of_date between :first_date and :run_date and not is_suppressed
)
select
  new_cell.metric_id,
  new_cell.period,
  new_cell.period_start_date as metric_date,
  new_cell.service,
  new_cell.channel,
  new_cell.topic_id,
  new_cell.office,
  old_cell.value as old_value,
  new_cell.value as new_value,
  'late_rows' as reason,
  new_cell.as_of_date as restated_date
from new_cells as new_cell
join old_cells as old_cell
  on old_cell.as_of_date = cast(new_cell.as_of_date - interval 1 day as date)
  and old_cell.cell_id = new_cell.cell_id
  and old_cell.metric_id = new_cell.metric_id
left join metric_cells as shown
  on shown.cell_id = new_cell.cell_id and shown.metric_id = new_cell.metric_id
where
  not coalesce(shown.is_suppressed, false)
  and (
    abs(old_cell.value - new_cell.value) > 1e-12
    or (old_cell.value is null) <> (new_cell.value is null)
  )
