-- place: internal
-- grain: one row per user of a cell of fewer than :minimum_users users: week, dimension (topic, channel), service and segment
create or replace temporary view few_users_weekly (
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）',
  dimension comment 'what the segments are: topic, channel | 分解の軸',
  service comment 'service the contact is about; withheld for small ones together | サービス（withheld は秘匿分の合算）',
  segment comment 'value of the dimension | 軸の値',
  user_id comment 'keyed pseudonym of the user | 利用者の仮名ID'
) comment 'Users of small cells | 少数の区分の利用者' as
select distinct
  cell.week_start_date,
  cell.dimension,
  cell.service,
  cell.segment,
  contact.user_id
from contact_counts_weekly as cell
join contact_cells as contact
  on contact.week_start_date = cell.week_start_date
  and contact.dimension = cell.dimension
  and contact.service = cell.service
  and contact.segment = cell.segment
where cell.dimension <> 'service' and cell.service <> 'all' and cell.users < :minimum_users
