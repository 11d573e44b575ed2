-- place: restricted
-- grain: one row per week, dimension (service, topic, channel), service (and 'all') and segment shown
-- partitioned by: week_start_date
-- question: What do the shared tables show of a week's contacts, before they compare it?
-- contact_counts_weekly with the withheld cells of a week, dimension and service as one segment, 'withheld'.
create or replace temporary view shown_counts_weekly (
  dimension comment 'what the segments are: service, topic, channel | 分解の軸',
  service comment 'service the contact is about; withheld for small ones together | サービス（withheld は秘匿分の合算）',
  segment comment 'value of the dimension; withheld for small ones together | 軸の値（withheld は秘匿分の合算）',
  contacts comment 'contacts opened in the period | 問い合わせ件数',
  users comment 'distinct users | 利用者数',
  resolved comment 'durably resolved contacts | 再燃なく解決した件数',
  handled comment 'contacts with a full resolution | 解決まで至った件数',
  hours comment 'sum of the hours from opening to the last resolve within the horizon | 最終解決までの時間の合計',
  handle_hours_median comment 'median hours from opening to the last resolve, of those resolved | 解決までの時間（中央値）',
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）'
) comment 'Counted contacts without small cells | 少数の区分を合算した問い合わせ数' as
select
  counts.dimension,
  counts.service,
  counts.segment,
  counts.contacts,
  counts.users,
  counts.resolved,
  counts.handled,
  counts.hours,
  counts.handle_hours_median,
  counts.week_start_date
from contact_counts_weekly as counts
join counted_weeks as week on week.week_start_date = counts.week_start_date and week.is_touched
left join withheld_cells_weekly as cell
  on cell.week_start_date = counts.week_start_date
  and cell.dimension = counts.dimension
  and cell.service = counts.service
  and cell.segment = counts.segment
where not coalesce(cell.is_withheld, false)
union all
select
  contact.dimension,
  contact.service,
  'withheld' as segment,
  count(*) as contacts,
  count(distinct contact.user_id) as users,
  count(case when contact.is_durably_resolved then 1 end) as resolved,
  count(contact.handle_hours) as handled,
  -- A sum of decimals does not depend on the order of the rows.
  cast(sum(cast(contact.handle_hours as decimal(18, 9))) as double) as hours,
  median(contact.handle_hours) as handle_hours_median,
  contact.week_start_date
from contact_cells as contact
join counted_weeks as week on week.week_start_date = contact.week_start_date and week.is_touched
join withheld_cells_weekly as cell
  on cell.week_start_date = contact.week_start_date
  and cell.dimension = contact.dimension
  and cell.service = contact.service
  and cell.segment = contact.segment
where cell.is_withheld
group by contact.week_start_date, contact.dimension, contact.service
