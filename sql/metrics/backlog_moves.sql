-- place: internal
-- grain: one row per inquiry of backlog_inquiries and change between open and not open
-- From the landed events as of the run, whenever they arrived. An inquiry is open from its creation, while it has
-- no resolve or a reopen no earlier than the last one, until it is excluded or :backlog_days are over. The events of
-- a merged inquiry count for the one it was merged into from the merge on, so that at the run's date what is open is
-- what inquiry_states says. next_moved_date: the day of the next change; null = none.
create or replace temporary view backlog_moves comment 'openings and closings | 未対応になった日と対応が済んだ日' as
with
sources as (
  select inquiry_id, inquiry_id as source_id, opened_at as from_at
  from backlog_inquiries
  union all
  select opened.inquiry_id, chain.inquiry_id, greatest(opened.opened_at, chain.merged_at)
  from backlog_inquiries as opened
  join merge_chains as chain on chain.ancestor_id = opened.inquiry_id
),
-- A row sent again may have moved to another inquiry: all versions of the rows ever seen here.
event_ids as (
  select event_id
  from known_events
  where
    event_type in ('resolved', 'reopened')
    and arrival_date <= :run_date
    and inquiry_id in (select source_id from sources)
),
versions as (
  select
    event_id,
    inquiry_id,
    occurred_at,
    event_type,
    row_number() over (
      partition by event_id order by arrival_date desc, occurred_at desc, inquiry_id desc
    ) as version_from_last
  from known_events
  where
    event_type in ('resolved', 'reopened')
    and arrival_date <= :run_date
    and event_id in (select event_id from event_ids)
),
happenings as (
  select
    inquiry_id,
    opened_at as effective_at,
    opened_at as occurred_at,
    0 as step,
    inquiry_id as happening_id
  from backlog_inquiries
  union all
  select
    sources.inquiry_id,
    greatest(versions.occurred_at, sources.from_at),
    versions.occurred_at,
    case versions.event_type when 'resolved' then 1 else 2 end,
    versions.event_id
  from versions
  join sources on sources.source_id = versions.inquiry_id
  where versions.version_from_last = 1
  union all
  select inquiry_id, greatest(excluded_at, opened_at), excluded_at, 3, inquiry_id
  from backlog_inquiries
  where excluded_at is not null
  union all
  select
    inquiry_id,
    cast(cast(opened_at as date) as timestamp) + :backlog_days * interval 1 day,
    cast(cast(opened_at as date) as timestamp) + :backlog_days * interval 1 day,
    3,
    inquiry_id
  from backlog_inquiries
),
followed as (
  select
    *,
    row_number()
      over (partition by inquiry_id order by effective_at, step, occurred_at, happening_id) as nth
  from happenings
  where effective_at < cast(:run_date as timestamp) + interval 1 day
),
standings as (
  select
    *,
    max(case when step = 1 then occurred_at end) over (
      partition by inquiry_id order by nth rows between unbounded preceding and current row
    ) as last_resolved_at,
    max(case when step = 2 then occurred_at end) over (
      partition by inquiry_id order by nth rows between unbounded preceding and current row
    ) as last_reopened_at,
    max(step) over (
      partition by inquiry_id order by nth rows between unbounded preceding and current row
    ) = 3 as is_excluded
  from followed
),
states as (
  select
    *,
    not is_excluded
    and (last_resolved_at is null or coalesce(last_reopened_at >= last_resolved_at, false))
      as is_open
  from standings
),
changes as (
  select
    *,
    coalesce(lag(is_open) over (partition by inquiry_id order by nth), false) as was_open
  from states
)
select
  change.inquiry_id,
  opened.user_id,
  opened.service,
  opened.office,
  opened.topic_id,
  cast(opened.opened_at as date) as opened_date,
  cast(change.effective_at as date) as moved_date,
  lead(cast(change.effective_at as date)) over (partition by change.inquiry_id order by nth)
    as next_moved_date,
  case
    when change.step = 0 then 'created'
    when change.is_open then 'reopened'
    when change.is_excluded then 'excluded'
    else 'resolved'
  end as move
from changes as change
join backlog_inquiries as opened on opened.inquiry_id = change.inquiry_id
where change.is_open <> change.was_open
