-- place: internal
-- grain: one row per day, from before the first arrival to the day after the run's date
-- Opening hours and how long the offices were open before the day, so that the business hours between two moments
-- are a difference. Offices open on days the calendar calls a weekday, without a calendar from Monday to Friday;
-- holidays are closed. Reaches back at most 10,000 days.
create or replace temporary view business_days (
  day_date comment 'day, Japan time | 日付（日本時間）',
  opens_at comment 'when the offices open, or would | 営業開始時刻',
  open_hours comment 'hours the offices are open on the day; 0 = closed | 営業時間（時）',
  open_minutes_before comment 'minutes they were open on the days before, counted from the first | 前日までの累計営業時間（分）'
) comment 'opening hours by day | 日ごとの営業時間' as
with
digits as (
  select * from (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) as ten (digit)
),
numbers as (
  select ones.digit + 10 * tens.digit + 100 * hundreds.digit + 1000 * thousands.digit as days_back
  from digits as ones
  cross join digits as tens
  cross join digits as hundreds
  cross join digits as thousands
),
days as (
  select cast(cast(:run_date as timestamp) + (1 - days_back) * interval 1 day as date) as day_date
  from numbers
),
first_day as (
  select cast(min(arrival_date) - :lateness_days * interval 1 day as date) as first_date
  from known_inquiries
  where arrival_date <= :run_date
),
minutes as (
  select
    days.day_date,
    case
      when calendar.day_class = 'weekday' then :closing_minute - :opening_minute
      when calendar.day_class is not null then 0
      when
        cast(days.day_date as timestamp)
        < date_trunc('week', cast(days.day_date as timestamp)) + interval 5 day
        then :closing_minute - :opening_minute
      else 0
    end as open_minutes
  from days
  join first_day on days.day_date >= first_day.first_date
  left join calendar on calendar.calendar_date = days.day_date
)
select
  day_date,
  cast(day_date as timestamp) + :opening_minute * interval 1 minute as opens_at,
  open_minutes / cast(60 as double) as open_hours,
  cast(
    coalesce(
      sum(open_minutes)
        over (order by day_date rows between unbounded preceding and 1 preceding),
      0
    ) as bigint
  ) as open_minutes_before
from minutes
