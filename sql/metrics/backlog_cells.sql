-- place: internal
-- grain: one row per day to compute, cell (service × office × topic; all = total) and age bucket, unsuppressed
-- What is open is a running sum: every stretch in which an inquiry is open adds one on its first day and takes it
-- away on the day after its last, in each age bucket it passes through, so that no day is counted inquiry by
-- inquiry. Users likewise, once each. In the bucket all, users are those with a contact that was open on the day
-- at all, also if it was closed by the day's end.
create or replace temporary view backlog_cells comment 'backlog cells | 未対応残のセル' as
with
start as (
  select min(week_start_date) as first_date, cast(min(week_start_date) - interval 1 day as date) as from_date
  from touched_weeks
  where subject = 'backlog'
),
slots as (
  select *
  from (values
    (false, false, false),
    (true, false, false),
    (false, true, false),
    (false, false, true),
    (true, true, false),
    (true, false, true),
    (false, true, true),
    (true, true, true)
  ) as combinations (by_service, by_office, by_topic)
),
buckets as (
  select *
  from (values
    ('all', 0, 100000),
    ('0-1d', 0, 1),
    ('1-3d', 1, 3),
    ('3-7d', 3, 7),
    ('7-14d', 7, 14),
    ('14d+', 14, 100000)
  ) as bounds (age_bucket, from_days, to_days)
),
stretches as (
  select
    user_id,
    service,
    office,
    topic_id,
    opened_date,
    moved_date,
    next_moved_date,
    count(*) over (partition by user_id) = 1 as is_only_stretch
  from backlog_moves
  cross join start
  where
    move in ('created', 'reopened')
    and (next_moved_date is null or next_moved_date >= start.from_date)
),
aged as (
  select
    stretches.*,
    buckets.age_bucket,
    cast(
      greatest(
        moved_date,
        cast(opened_date + buckets.from_days * interval 1 day as date),
        start.from_date
      ) as date
    ) as first_date,
    cast(
      least(
        coalesce(next_moved_date, date '9000-01-01'),
        cast(opened_date + buckets.to_days * interval 1 day as date)
      ) as date
    ) as end_date
  from stretches
  cross join start
  cross join buckets
),
edges as (
  select
    user_id,
    service,
    office,
    topic_id,
    age_bucket,
    is_only_stretch,
    steps.contacts,
    case when steps.contacts = 1 then 1 when age_bucket = 'all' and contacts = -1 then 0 else -1 end
      as present,
    case steps.days_after
      when -1 then first_date
      when 0 then end_date
      else cast(end_date + interval 1 day as date)
    end as change_date
  from aged
  cross join (values (-1, 1), (0, -1), (1, 0)) as steps (days_after, contacts)
  where
    (first_date < end_date or age_bucket = 'all')
    and (steps.days_after < 1 or age_bucket = 'all')
    and end_date >= first_date
),
-- A user with one stretch is one user wherever it is counted; only of the others must stretches be told apart.
sums as (
  select
    service,
    office,
    topic_id,
    age_bucket,
    change_date,
    sum(contacts) as contacts,
    sum(case when is_only_stretch then present else 0 end) as users
  from edges
  where change_date <= :run_date
  group by service, office, topic_id, age_bucket, change_date
),
frequent_users as (
  select
    case when by_service then service else 'all' end as service,
    case when by_office then office else 'all' end as office,
    case when by_topic then topic_id else 'all' end as topic_id,
    age_bucket,
    user_id,
    change_date,
    sum(present) as present
  from edges
  cross join slots
  where change_date <= :run_date and not is_only_stretch
  group by 1, 2, 3, 4, 5, 6
),
user_levels as (
  select
    *,
    sum(present) over (
      partition by service, office, topic_id, age_bucket, user_id
      order by change_date rows between unbounded preceding and current row
    ) as present_now
  from frequent_users
),
changes as (
  select
    case when by_service then service else 'all' end as service,
    case when by_office then office else 'all' end as office,
    case when by_topic then topic_id else 'all' end as topic_id,
    age_bucket,
    change_date,
    contacts,
    users
  from sums
  cross join slots
  union all
  select
    service,
    office,
    topic_id,
    age_bucket,
    change_date,
    0,
    case when present_now > 0 then 1 else -1 end
  from user_levels
  where (present_now > 0) <> (present_now - present > 0)
),
by_cell as (
  select
    service, office, topic_id, age_bucket, change_date, sum(contacts) as contacts,
    sum(users) as users
  from changes
  group by service, office, topic_id, age_bucket, change_date
),
levels as (
  select
    service,
    office,
    topic_id,
    age_bucket,
    change_date,
    contacts as added,
    sum(contacts) over (
      partition by service, office, topic_id, age_bucket
      order by change_date rows between unbounded preceding and current row
    ) as open_contacts,
    sum(users) over (
      partition by service, office, topic_id, age_bucket
      order by change_date rows between unbounded preceding and current row
    ) as users,
    coalesce(
      lead(change_date)
        over (partition by service, office, topic_id, age_bucket order by change_date),
      date '9000-01-01'
    ) as next_change_date
  from by_cell
),
days as (
  select cast(week_start_date + days_on * interval 1 day as date) as backlog_date
  from touched_weeks
  cross join (values (0), (1), (2), (3), (4), (5), (6)) as week_days (days_on)
  where subject = 'backlog'
),
stocks as (
  select
    days.backlog_date,
    levels.service,
    levels.office,
    levels.topic_id,
    levels.age_bucket,
    levels.open_contacts,
    levels.open_contacts - case when levels.change_date = days.backlog_date then added else 0 end
      as opened_before,
    levels.users
  from levels
  join days
    on days.backlog_date >= levels.change_date
    and days.backlog_date < levels.next_change_date
    and days.backlog_date <= :run_date
  where levels.users > 0
),
flows as (
  select
    moved_date as backlog_date,
    'all' as age_bucket,
    case when by_service then service else 'all' end as service,
    case when by_office then office else 'all' end as office,
    case when by_topic then topic_id else 'all' end as topic_id,
    sum(case when move = 'created' then 1 else 0 end) as created,
    sum(case when move = 'reopened' then 1 else 0 end) as reopened,
    sum(case when move = 'resolved' then 1 else 0 end) as resolved,
    sum(case when move = 'excluded' then 1 else 0 end) as excluded
  from backlog_moves
  cross join start
  cross join slots
  where moved_date >= start.first_date
  group by 1, 2, 3, 4, 5
)
select
  stocks.backlog_date,
  stocks.service,
  stocks.office,
  stocks.topic_id,
  stocks.age_bucket,
  cast(stocks.open_contacts as bigint) as open_contacts,
  case when stocks.age_bucket = 'all' then cast(stocks.opened_before as bigint) end as opened_before,
  case when stocks.age_bucket = 'all' then cast(coalesce(flows.created, 0) as bigint) end as created,
  case when stocks.age_bucket = 'all' then cast(coalesce(flows.reopened, 0) as bigint) end
    as reopened,
  case when stocks.age_bucket = 'all' then cast(coalesce(flows.resolved, 0) as bigint) end
    as resolved,
  case when stocks.age_bucket = 'all' then cast(coalesce(flows.excluded, 0) as bigint) end
    as excluded,
  cast(stocks.users as bigint) as users
from stocks
left join flows
  on flows.backlog_date = stocks.backlog_date
  and flows.service = stocks.service
  and flows.office = stocks.office
  and flows.topic_id = stocks.topic_id
  and flows.age_bucket = stocks.age_bucket
