-- place: restricted
-- grain: one row per accepted exposure and arrival night
-- partitioned by: week_start_date
-- A folder a week instead of a day, and no texts: rows of any age are looked for by many queries.
create or replace temporary view known_exposures (
  exposure_date comment 'day of the exposure, Japan time | 対象日（日本時間）',
  service comment 'service the contact is about: mercari, merpay, shops, … | サービス',
  platform comment 'ios, android, web | プラットフォーム',
  measure comment 'active_users, transactions, listings, payments, shop_orders | 指標',
  value comment 'exposure on that day | 値',
  arrival_date comment 'day the row arrived (dt of the drop) | 到着日（dt）',
  week_start_date comment 'Monday of the ISO week of the arrival | 到着した週の開始日（月曜）'
) comment 'Exposures as they arrived | 到着した母数' as
select
  exposure_date,
  service,
  platform,
  measure,
  value,
  arrival_date,
  cast(date_trunc('week', cast(arrival_date as timestamp)) as date) as week_start_date
from landed_exposures
where
  arrival_date between cast(date_trunc('week', cast(:changed_from as timestamp)) as date) and :run_date
