-- place: restricted
-- grain: one row per accepted inquiry row and arrival night, without its texts
-- partitioned by: week_start_date
-- A folder a week instead of a day, and no texts: rows of any age are looked for by many queries.
create or replace temporary view known_inquiries (
  inquiry_id comment 'inquiry (問い合わせ) id | 問い合わせID',
  user_id comment 'keyed pseudonym of the user | 利用者の仮名ID',
  service comment 'service the contact is about: mercari, merpay, shops, … | サービス',
  channel comment 'way of contact: form, email, chat, phone, bot | 問い合わせ経路',
  office comment 'office or partner | 拠点',
  platform comment 'ios, android, web | プラットフォーム',
  transaction_id comment 'transaction (取引) id | 取引ID',
  created_at comment 'when the customer opened it | 問い合わせ日時',
  arrival_date comment 'day the row arrived (dt of the drop) | 到着日（dt）',
  week_start_date comment 'Monday of the ISO week of the arrival | 到着した週の開始日（月曜）'
) comment 'Inquiries as they arrived, without texts | 到着した問い合わせ（本文なし）' as
select
  inquiry_id,
  user_id,
  service,
  channel,
  office,
  platform,
  transaction_id,
  created_at,
  arrival_date,
  cast(date_trunc('week', cast(arrival_date as timestamp)) as date) as week_start_date
from landed_inquiries
where
  arrival_date between cast(date_trunc('week', cast(:changed_from as timestamp)) as date) and :run_date
