-- place: internal
-- grain: one row per week and service, and service 'all' (the sum)
-- Active users, summed over platforms and days; a week is in only when every day of it so far is known.
create or replace temporary view exposures_weekly (
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）',
  service comment 'service the contact is about: mercari, merpay, shops, … | サービス',
  exposure comment 'active users, summed over the days of the week | アクティブユーザー数（日次の合計）'
) comment 'Exposure of a week, for rates per user | 週ごとの母数' as
with newest as (
  select
    *,
    row_number() over (
      partition by exposure_date, service, platform order by arrival_date desc, value desc) as version
  from known_exposures
  where measure = 'active_users'
),
by_service as (
  select
    cast(date_trunc('week', exposure_date) as date) as week_start_date,
    service,
    sum(value) as exposure,
    count(distinct exposure_date) as days
  from newest
  where version = 1 and exposure_date <= :run_date
  group by cast(date_trunc('week', exposure_date) as date), service
),
complete as (
  select *
  from by_service
  where days = least(7, datediff(cast(:run_date as date), week_start_date) + 1) and exposure > 0
)
select week_start_date, service, exposure from complete
union all
select week_start_date, 'all' as service, sum(exposure) as exposure
from complete
group by week_start_date
