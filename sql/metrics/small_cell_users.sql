-- place: internal
-- grain: one row per period (day, week), cell of a service, day or week with fewer than :minimum_users users, and user
-- Whoever wrote about a segment or a service that is small is among the users of its small cells.
create or replace temporary view small_cell_users comment 'users of small cells | 少数のセルの利用者' as
with
contacts as (
  select
    state.user_id,
    state.service,
    cell.period,
    case when cell.period = 'day' then state.created_date else state.week_start_date end
      as period_start_date,
    cell.dimension,
    case cell.dimension
      when 'channel' then state.channel
      when 'topic' then state.topic_id
      else state.office
    end as segment
  from cell_states as state
  cross join (values
    ('day', 'channel'),
    ('day', 'topic'),
    ('day', 'office'),
    ('week', 'channel'),
    ('week', 'topic'),
    ('week', 'office')
  ) as cell (period, dimension)
  where
    state.population = 'contacts'
    and state.as_of_date = :run_date
)
select distinct
  small.week_start_date,
  small.period,
  small.period_start_date,
  small.dimension,
  small.service,
  small.segment,
  contacts.user_id
from cell_sizes as small
join contacts
  on contacts.period = small.period
  and contacts.period_start_date = small.period_start_date
  and contacts.dimension = small.dimension
  and contacts.service = small.service
  and contacts.segment = small.segment
where small.users < :minimum_users and small.service <> 'all'
