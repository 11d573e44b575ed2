-- place: internal
-- grain: one row per counted inquiry of the weeks to count (counted_weeks) and cell of the driver tables it counts in
-- Five cells each: its service; its topic and its channel, each within the service and within 'all'. Services of too
-- few users are one (see service_groups_weekly); weeks of too few users are not there.
create or replace temporary view contact_cells (
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）',
  dimension comment 'what the segments are: service, topic, channel | 分解の軸',
  service comment 'service the contact is about; withheld for small ones together | サービス（withheld は秘匿分の合算）',
  segment comment 'value of the dimension | 軸の値',
  user_id comment 'keyed pseudonym of the user | 利用者の仮名ID',
  handle_hours comment 'hours from opening to the last resolve within the horizon; null while open | 最終解決までの時間',
  is_durably_resolved comment 'resolved within the horizon and nothing came back within the stability time | 再発なく解決したか'
) comment 'Cells a contact counts in | 問い合わせが属する区分' as
select
  contact.week_start_date,
  cell.dimension,
  case when cell.is_in_all then 'all' else own.shown_service end as service,
  case cell.dimension
    when 'topic' then contact.topic_id
    when 'channel' then contact.channel
    else own.shown_service
  end as segment,
  contact.user_id,
  contact.handle_hours,
  contact.is_durably_resolved
from driver_contacts as contact
join counted_weeks as week on week.week_start_date = contact.week_start_date
join service_groups_weekly as own
  on own.week_start_date = contact.week_start_date and own.service = contact.service
cross join (
  values ('service', true), ('topic', true), ('topic', false), ('channel', true), ('channel', false)
) as cell (dimension, is_in_all)
