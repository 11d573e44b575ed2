-- place: internal
-- grain: one row per day with contacts, from 44 days before the run's first night
create or replace temporary view contact_days (
  day_date comment 'day of arrival | 到着日',
  contacts comment 'contacts known on the night they arrived | その夜に判明していた問い合わせ数',
  day_class comment 'weekday, weekend or holiday | 平日・週末・祝日の別'
) comment 'Contacts per day and its class | 日ごとの問い合わせ数と区分' as
select t.day_date, t.contacts,
  case
    when c.day_class in ('holiday', 'long_holiday') then 'holiday'
    when c.day_class = 'weekend' then 'weekend'
    when c.day_class is null
      and t.day_date >= cast(date_trunc('week', t.day_date) + interval 5 day as date)
      then 'weekend'
    else 'weekday'
  end as day_class
from (
  select arrival_date as day_date, count(*) as contacts
  from timely_contacts
  where arrival_date >= cast(cast(:first_date as date) - interval 44 day as date)
    and arrival_date <= :run_date
  group by arrival_date) as t
left join calendar as c on c.calendar_date = t.day_date
