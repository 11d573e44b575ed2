-- place: restricted
-- grain: one row per inquiry, as last heard of by the end of the night
-- partitioned by: created_date
-- read by day: yes
-- question: How many inquiries did each service get last week?
create or replace temporary view inquiries (
  inquiry_id comment 'inquiry (問い合わせ) id | 問い合わせID',
  user_id comment 'keyed pseudonym of the user | 利用者の仮名ID',
  service comment 'service the contact is about: mercari, merpay, shops, … | サービス',
  channel comment 'way of contact: form, email, chat, phone, bot | 問い合わせ経路',
  created_at comment 'when the customer opened it | 問い合わせ日時',
  body comment 'masked, normalised text | 本文（マスク済み）',
  subject comment 'masked, normalised subject | 件名（マスク済み）',
  form_category comment 'category the customer chose in the form | フォームのカテゴリ',
  platform comment 'ios, android, web | プラットフォーム',
  app_version comment 'app version | アプリのバージョン',
  transaction_id comment 'transaction (取引) id | 取引ID',
  item_id comment 'item id | 商品ID',
  shop_id comment 'shop id | ショップID',
  office comment 'office or partner | 拠点',
  locale comment 'language of the customer | ロケール',
  arrival_date comment 'day the row arrived (dt of the drop) | 到着日（dt）',
  created_date comment 'day the customer opened it, Japan time | 問い合わせ日（日本時間）'
) comment 'Inquiries, latest version of each | 問い合わせ（最新版）' as
with
-- Nothing arrives before it is created, so older nights can't hold an inquiry of these days.
versions as (
  select
    *,
    row_number() over (partition by inquiry_id order by arrival_date desc) as version_from_last
  from landed_inquiries
  where arrival_date <= :run_date
    and arrival_date >= (select min(created_date) from touched_days)
)
select
  versions.inquiry_id,
  versions.user_id,
  versions.service,
  versions.channel,
  versions.created_at,
  versions.body,
  versions.subject,
  versions.form_category,
  versions.platform,
  versions.app_version,
  versions.transaction_id,
  versions.item_id,
  versions.shop_id,
  versions.office,
  versions.locale,
  versions.arrival_date,
  touched_days.created_date
from versions
inner join touched_days on touched_days.created_date = cast(versions.created_at as date)
where versions.version_from_last = 1
