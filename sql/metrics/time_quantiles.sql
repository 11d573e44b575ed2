-- place: internal
-- grain: one row per night, period and cell (service × channel × topic × office) with counted contacts
-- Quantiles of the times to the first reply and to the last resolve, of the same nights and cells as
-- metric_cells_as_of: the smallest time that at least the share of the contacts needed. 1e9 stands for never.
create or replace temporary view time_quantiles comment 'quantiles of times | 所要時間の分位点' as
with
slots as (
  select *
  from (values
    (false, false, false, false),
    (true, false, false, false),
    (true, true, false, false),
    (true, false, true, false),
    (true, false, false, true),
    (false, true, false, false),
    (false, false, true, false),
    (false, false, false, true)
  ) as combinations (by_service, by_channel, by_topic, by_office)
  cross join (values ('day'), ('week')) as periods (period)
),
placed as (
  select
    state.as_of_date,
    state.seen_before_date,
    state.reply_hours,
    state.reply_business_hours,
    state.resolution_hours,
    state.resolution_business_hours,
    period,
    case when period = 'day' then created_date else week_start_date end as period_start_date,
    case when by_service then service else 'all' end as in_service,
    case when by_channel then channel else 'all' end as in_channel,
    case when by_topic then topic_id else 'all' end as in_topic,
    case when by_office then office else 'all' end as in_office
  from cell_states as state
  cross join slots
  where state.is_counted
),
members as (
  select placed.*, as_of_date as known_date
  from placed
  where as_of_date = :run_date
  union all
  select placed.*, cell.as_of_date
  from placed
  join restated_cells as cell
    on cell.period = placed.period
    and cell.period_start_date = placed.period_start_date
    and cell.in_service = placed.in_service
    and cell.in_channel = placed.in_channel
    and cell.in_topic = placed.in_topic
    and cell.in_office = placed.in_office
    and cell.as_of_date <= placed.as_of_date
    and (placed.seen_before_date is null or cell.as_of_date > placed.seen_before_date)
),
times as (
  select
    known_date,
    period,
    period_start_date,
    in_service,
    in_channel,
    in_topic,
    in_office,
    clocks.clock,
    case clocks.clock
      when 'first_reply' then reply_hours
      when 'first_reply_business' then reply_business_hours
      when 'full_resolution' then resolution_hours
      else resolution_business_hours
    end as hours,
    count(*) as contacts
  from members
  cross join (values
    ('first_reply'), ('first_reply_business'), ('full_resolution'), ('full_resolution_business')
  ) as clocks (clock)
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9
),
ranked as (
  select
    *,
    cast(
      sum(contacts) over (
        partition by
          known_date, period, period_start_date, in_service, in_channel, in_topic, in_office, clock
        order by hours rows between unbounded preceding and current row
      ) as double
    )
    / sum(contacts) over (
      partition by
        known_date, period, period_start_date, in_service, in_channel, in_topic, in_office, clock
    )
    + 1e-12 as share
  from times
)
select
  known_date,
  period,
  period_start_date,
  in_service,
  in_channel,
  in_topic,
  in_office,
  min(case when clock = 'first_reply' and share >= 0.5 then hours end) as reply_median,
  min(case when clock = 'first_reply' and share >= 0.75 then hours end) as reply_p75,
  min(case when clock = 'first_reply' and share >= 0.9 then hours end) as reply_p90,
  min(case when clock = 'first_reply_business' and share >= 0.5 then hours end)
    as reply_business_median,
  min(case when clock = 'first_reply_business' and share >= 0.75 then hours end)
    as reply_business_p75,
  min(case when clock = 'first_reply_business' and share >= 0.9 then hours end)
    as reply_business_p90,
  min(case when clock = 'full_resolution' and share >= 0.5 then hours end) as resolution_median,
  min(case when clock = 'full_resolution' and share >= 0.75 then hours end) as resolution_p75,
  min(case when clock = 'full_resolution' and share >= 0.9 then hours end) as resolution_p90,
  min(case when clock = 'full_resolution_business' and share >= 0.5 then hours end)
    as resolution_business_median,
  min(case when clock = 'full_resolution_business' and share >= 0.75 then hours end)
    as resolution_business_p75,
  min(case when clock = 'full_resolution_business' and share >= 0.9 then hours end)
    as resolution_business_p90
from ranked
group by known_date, period, period_start_date, in_service, in_channel, in_topic, in_office
