-- place: internal
-- grain: one row per week, dimension (topic, channel), service (and 'all') and segment with contacts
-- The cells of withheld_cells by the services they are shown with, and those of 'withheld', which are withheld all:
-- what is withheld of a service is shown as one segment, 'withheld'.
create or replace temporary view withheld_cells_weekly (
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）',
  dimension comment 'what the segments are: topic, channel | 分解の軸',
  service comment 'service the contact is about; withheld for small ones together | サービス（withheld は秘匿分の合算）',
  segment comment 'value of the dimension | 軸の値',
  is_withheld comment 'whether the cell is shown only together with others | 秘匿分として合算するか'
) comment 'Cells shown only together | 合算して表示する区分' as
select
  counts.week_start_date,
  counts.dimension,
  counts.service,
  counts.segment,
  coalesce(cell.is_withheld, true) as is_withheld
from contact_counts_weekly as counts
left join withheld_cells as cell
  on cell.period = 'week'
  and cell.week_start_date = counts.week_start_date
  and cell.dimension = counts.dimension
  and cell.service = counts.service
  and cell.segment = counts.segment
where counts.dimension <> 'service'
