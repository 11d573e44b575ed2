-- place: internal
-- grain: one row per counted inquiry
-- The one reading of inquiry_states behind all driver tables.
create or replace temporary view driver_contacts (
  inquiry_id comment 'inquiry (問い合わせ) id | 問い合わせID',
  user_id comment 'keyed pseudonym of the user | 利用者の仮名ID',
  service comment 'service the contact is about: mercari, merpay, shops, … | サービス',
  channel comment 'way of contact: form, email, chat, phone, bot | 問い合わせ経路',
  office comment 'office or partner | 拠点',
  topic_id comment 'topic; unassigned is a topic | トピックID（unassigned を含む）',
  created_date comment 'day it was opened, Japan time | 問い合わせ日（日本時間）',
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）',
  handle_hours comment 'hours from opening to the last resolve within the horizon; null while open | 最終解決までの時間',
  is_durably_resolved comment 'resolved within the horizon and nothing came back within the stability time | 再発なく解決したか',
  resolves comment 'resolves within the horizon | 期限内の解決回数',
  reopened_resolves comment 'of these, those the customer reopened within the stability time | 再開された解決回数',
  is_rate_mature comment 'whether the week''s rates are final: as_of >= week end + h + s | 率が確定した週か',
  is_count_mature comment 'whether the week''s counts are final: as_of >= week end + h | 件数が確定した週か'
) comment 'Counted inquiries as the driver tables read them | 要因分析の対象となる問い合わせ' as
with states as (
  select *, cast(cast(:run_date as date) + interval 1 day as timestamp) as as_of_at
  from inquiry_states
  where is_counted
)
select
  inquiry_id,
  user_id,
  service,
  channel,
  coalesce(office, 'unknown') as office,
  coalesce(topic_id, 'unassigned') as topic_id,
  created_date,
  week_start_date,
  full_resolution_hours as handle_hours,
  coalesce(is_durably_resolved, false) as is_durably_resolved,
  resolves_in_horizon as resolves,
  reopened_resolves,
  as_of_at >= cast(week_start_date as timestamp) + interval 7 day
    + (:horizon_hours + :stability_hours) * interval 1 hour as is_rate_mature,
  as_of_at >= cast(week_start_date as timestamp) + interval 7 day
    + :horizon_hours * interval 1 hour as is_count_mature
from states
