-- place: internal
-- grain: one row per ISO week with contacts
create or replace temporary view driver_weeks (
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）',
  iso_week comment 'ISO week, such as 2026-W40 | ISO週',
  week_end_date comment 'Sunday of the ISO week, Japan time | 週の終了日（日曜、日本時間）',
  first_week_date comment 'Monday of the first week with data | データのある最初の週',
  is_rate_mature comment 'whether the week''s rates are final: as_of >= week end + h + s | 率が確定した週か',
  is_count_mature comment 'whether the week''s counts are final: as_of >= week end + h | 件数が確定した週か'
) comment 'Weeks the driver tables speak about | 要因分析の対象となる週' as
select
  week_start_date,
  concat(
    cast(year(week_start_date + interval 3 day) as string),
    '-W',
    lpad(cast(weekofyear(week_start_date) as string), 2, '0')) as iso_week,
  cast(week_start_date + interval 6 day as date) as week_end_date,
  min(week_start_date) over () as first_week_date,
  is_rate_mature,
  is_count_mature
from (select distinct week_start_date, is_rate_mature, is_count_mature from driver_contacts) as weeks
