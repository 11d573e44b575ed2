-- place: internal
-- grain: one row per week and service with contacts; none in a week of fewer than :minimum_users users
-- Services of fewer than :minimum_users users are shown together as 'withheld'; when they have too few even so, with the
-- next larger one. The order is by users, contacts and name.
create or replace temporary view service_groups_weekly (
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）',
  service comment 'service the contact is about: mercari, merpay, shops, … | サービス',
  shown_service comment 'service it is shown as; withheld for small ones together | 表示上のサービス（withheld は秘匿分の合算）'
) comment 'Services as they are shown | サービスの表示単位' as
with services as (
  select
    week_start_date,
    service,
    count(*) as contacts,
    count(distinct user_id) as users
  from driver_contacts
  group by week_start_date, service
),
placed as (
  select
    *,
    count(*) over (partition by week_start_date) as services,
    count(case when users < :minimum_users then 1 end) over (partition by week_start_date)
      as small_services,
    row_number() over (partition by week_start_date order by users, contacts, service) as place
  from services
),
few_users as (
  select small.week_start_date, count(distinct contact.user_id) as users
  from placed as small
  join driver_contacts as contact
    on contact.week_start_date = small.week_start_date and contact.service = small.service
  where small.users < :minimum_users
  group by small.week_start_date
)
select
  placed.week_start_date,
  placed.service,
  case
    when place <= small_services
      or (place = small_services + 1 and few_users.users < :minimum_users) then 'withheld'
    else placed.service
  end as shown_service
from placed
left join few_users on few_users.week_start_date = placed.week_start_date
where small_services < services or few_users.users >= :minimum_users
