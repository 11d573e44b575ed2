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
  baseline_weight_squares comment 'sum of the squared weights | 重みの二乗和',
  is_newer comment 'whether it is in the newer half of the baseline | 基準期間の後半か',
  newer_weight comment 'sum of the weights of the newer half | 後半の重みの合計'
) comment 'What a night is compared with | 各夜の比較対象' as
with models as (
  select d.day_date as night_date, max(m.model_date) as model_date
  from contact_days as d
  left join (select distinct model_date from topic_models) as m on m.model_date <= d.day_date
  where d.day_date >= :first_date
  group by d.day_date
),
-- Active users of a day as known when it was looked at: rows that came no later than the night.
active_users as (
  select exposure_date, arrival_date, cast(sum(cast(value as decimal(28, 6))) as double) as exposure
  from known_exposures
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
  from contact_days as n
  join models as m on m.night_date = n.day_date
  join contact_days as d
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
    cast(sum(case when not is_night then cast(offset_exposure as decimal(28, 6)) end)
      over (partition by night_date) as double) as exposure_all,
    cast(sum(case when not is_night then cast(offset_exposure as decimal(28, 6)) end)
      over (partition by night_date, day_class) as double) as exposure_class
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
  -- A sum of decimals does not depend on the order of the rows.
  cast(sum(cast(weight as decimal(28, 9))) over (partition by night_date) as double)
    as baseline_weight,
  cast(sum(cast(weight * weight as decimal(28, 9))) over (partition by night_date) as double)
    as baseline_weight_squares,
  is_newer,
  cast(sum(case when is_newer then cast(weight as decimal(28, 9)) else 0 end)
    over (partition by night_date) as double) as newer_weight
from (
  select
    *,
    day_date >= cast(night_date - interval 23 day as date) as is_newer,
    max(case when is_night then weight end) over (partition by night_date) as night_weight
  from weights) as weighted
where not is_night
