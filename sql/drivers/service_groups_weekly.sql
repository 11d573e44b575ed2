-- place: internal
-- grain: one row per week and service with contacts; none in a week of fewer than :minimum_users users
-- Services that are withheld (see withheld_cells) are shown together as 'withheld'.
create or replace temporary view service_groups_weekly (
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）',
  service comment 'service the contact is about: mercari, merpay, shops, … | サービス',
  shown_service comment 'service it is shown as; withheld for small ones together | 表示上のサービス（withheld は秘匿分の合算）'
) comment 'Services as they are shown | サービスの表示単位' as
select
  own.week_start_date,
  own.segment as service,
  case when own.is_withheld then 'withheld' else own.segment end as shown_service
from withheld_cells as own
join withheld_cells as total
  on total.week_start_date = own.week_start_date
  and total.period = 'week'
  and total.dimension = 'all'
  and not total.is_withheld
where own.period = 'week' and own.dimension = 'service'
