-- place: internal
-- grain: one row per night and day of its baseline
-- A night's baseline is the 42 days up to its guard band of two days: nights n-44 to n-3, those with
-- contacts, at least 14 of them. A day's weight is the volume to expect of it: the mean volume of its
-- class (weekday, weekend, holiday), per active user where every day's active users are known.
create or replace temporary view baseline_days (
  night_date comment 'night on which something was looked at | 夜',
  model_date comment 'night on which the model was fitted; it is in force from that night on | モデルの学習日',
  day_date comment 'day of the baseline | 基準日',
  weight comment 'volume to expect of the day | 基準日の期待件数',
  night_weight comment 'volume to expect of the night | 当夜の期待件数',
  baseline_days comment 'days of the baseline | 基準日の数',
  baseline_weight comment 'sum of the weights | 重みの合計',
  baseline_weight_squares comment 'sum of the squared weights | 重みの二乗和'
) comment 'What a night is compared with | 各夜の比較対象' as
with days as (
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
),
models as (
  select d.day_date as night_date, max(m.model_date) as model_date
  from days as d
  left join (select distinct model_date from topic_models) as m on m.model_date <= d.day_date
  where d.day_date >= :first_date
  group by d.day_date
),
-- Active users of a day as known when it was looked at: rows that came no later than the night.
active_users as (
  select exposure_date, arrival_date, sum(value) as exposure
  from landed_exposures
  where measure = 'active_users'
    and exposure_date >= cast(cast(:first_date as date) - interval 44 day as date)
    and arrival_date <= cast(exposure_date + interval 1 day as date)
  group by exposure_date, arrival_date
),
known_users as (
  select exposure_date, max(exposure) as exposure, min(arrival_date) as known_date
  from active_users
  group by exposure_date
),
pairs as (
  select
    n.day_date as night_date,
    m.model_date,
    d.day_date,
    d.day_class,
    d.contacts,
    d.day_date = n.day_date as is_night,
    case when u.known_date <= n.day_date then u.exposure end as exposure
  from days as n
  join models as m on m.night_date = n.day_date
  join days as d
    on d.day_date = n.day_date
    or (d.day_date >= cast(n.day_date - interval 44 day as date)
      and d.day_date <= cast(n.day_date - interval 3 day as date))
  left join known_users as u on u.exposure_date = d.day_date and u.exposure > 0
),
offsets as (
  select
    *,
    case
      when count(exposure) over (partition by night_date) = count(*) over (partition by night_date)
        then exposure
      else 1.0e0
    end as offset_exposure
  from pairs
),
classes as (
  select
    *,
    count(case when not is_night then 1 end) over (partition by night_date) as days_all,
    count(case when not is_night then 1 end) over (partition by night_date, day_class)
      as days_class,
    sum(case when not is_night then contacts end) over (partition by night_date) as contacts_all,
    sum(case when not is_night then contacts end) over (partition by night_date, day_class)
      as contacts_class,
    sum(case when not is_night then offset_exposure end) over (partition by night_date)
      as exposure_all,
    sum(case when not is_night then offset_exposure end) over (partition by night_date, day_class)
      as exposure_class
  from offsets
),
-- A class of fewer than three days has no mean of its own.
weights as (
  select
    *,
    offset_exposure
      * case when days_class >= 3 then contacts_class / exposure_class
        else contacts_all / nullif(exposure_all, 0) end as weight
  from classes
  where days_all >= 14
)
select
  night_date,
  model_date,
  day_date,
  weight,
  night_weight,
  days_all as baseline_days,
  sum(weight) over (partition by night_date) as baseline_weight,
  sum(weight * weight) over (partition by night_date) as baseline_weight_squares
from (
  select *, max(case when is_night then weight end) over (partition by night_date) as night_weight
  from weights) as weighted
where not is_night
