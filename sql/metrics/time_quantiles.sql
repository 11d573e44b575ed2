-- place: internal
-- grain: one row per night and metric cell with counted contacts
-- Quantiles of the times to the first reply and to the last resolve, of the same nights and cells as
-- metric_cells_as_of: the smallest time that at least the share of the contacts needed. 1e9 stands for never.
create or replace temporary view time_quantiles comment 'quantiles of times | 所要時間の分位点' as
with
-- clock 1: first reply, 2: the same in business hours, 3: full resolution, 4: the same in business hours.
times as (
  select
    member.known_date,
    member.cell_id,
    clocks.clock,
    case clocks.clock
      when 1 then state.reply_hours
      when 2 then state.reply_business_hours
      when 3 then state.resolution_hours
      else state.resolution_business_hours
    end as hours,
    count(*) as contacts
  from cell_states as state
  join cell_members as member
    on member.created_date = state.created_date
    and member.service = state.service
    and member.channel = state.channel
    and member.topic_id = state.topic_id
    and member.office = state.office
    and member.known_date <= state.as_of_date
    and (state.seen_before_date is null or member.known_date > state.seen_before_date)
  cross join (values (1), (2), (3), (4)) as clocks (clock)
  where state.is_counted
  group by 1, 2, 3, 4
),
-- Both sums in the order of the times, so that rows are sorted once.
ranked as (
  select
    *,
    cast(
      sum(contacts) over (
        partition by known_date, cell_id, clock
        order by hours rows between unbounded preceding and current row
      ) as double
    )
    / sum(contacts) over (
      partition by known_date, cell_id, clock
      order by hours rows between unbounded preceding and unbounded following
    )
    + 1e-12 as share
  from times
)
select
  known_date,
  cell_id,
  min(case when clock = 1 and share >= 0.5 then hours end) as reply_median,
  min(case when clock = 1 and share >= 0.75 then hours end) as reply_p75,
  min(case when clock = 1 and share >= 0.9 then hours end) as reply_p90,
  min(case when clock = 2 and share >= 0.5 then hours end) as reply_business_median,
  min(case when clock = 2 and share >= 0.75 then hours end) as reply_business_p75,
  min(case when clock = 2 and share >= 0.9 then hours end) as reply_business_p90,
  min(case when clock = 3 and share >= 0.5 then hours end) as resolution_median,
  min(case when clock = 3 and share >= 0.75 then hours end) as resolution_p75,
  min(case when clock = 3 and share >= 0.9 then hours end) as resolution_p90,
  min(case when clock = 4 and share >= 0.5 then hours end) as resolution_business_median,
  min(case when clock = 4 and share >= 0.75 then hours end) as resolution_business_p75,
  min(case when clock = 4 and share >= 0.9 then hours end) as resolution_business_p90
from ranked
where share >= 0.5
group by known_date, cell_id
