-- place: internal
-- grain: one row per inquiry that may be open, or move, on a day to compute or the day before
-- Those opened or excluded since, those whose last resolve came since, those unresolved, and those merged with
-- another since; all others were closed throughout. An inquiry is excluded from the moment it is merged or marked
-- as spam or test: what had been open until then stays so in the days before. Merged or not, it is in the backlog
-- since it was itself opened, and for :backlog_days at most: its rows go some time after that.
create or replace temporary view backlog_inquiries comment 'inquiries the backlog is made of | 未対応残の対象' as
with
start as (
  select cast(min(week_start_date) - interval 1 day as date) as from_date
  from touched_weeks
  where subject = 'backlog'
),
exclusions as (
  select inquiry_id, min(excluded_at) as excluded_at
  from (
    select inquiry_id, occurred_at as excluded_at
    from known_events
    where event_type in ('marked_spam', 'marked_test') and arrival_date <= :run_date
    union all
    select inquiry_id, merged_at
    from merge_chains
    where level = 1
  ) as reasons
  group by inquiry_id
),
parents as (
  select ancestor_id as inquiry_id, max(merged_at) as last_merged_at
  from merge_chains
  group by ancestor_id
),
parent_versions as (
  select
    inquiry_id,
    created_at,
    row_number() over (
      partition by inquiry_id order by arrival_date desc, created_at desc, user_id desc
    ) as version_from_last
  from known_inquiries
  where arrival_date <= :run_date and inquiry_id in (select ancestor_id from merge_chains)
),
parents_opened as (
  select inquiry_id, created_at
  from parent_versions
  where version_from_last = 1
)
select
  state.inquiry_id,
  state.user_id,
  state.service,
  state.office,
  state.topic_id,
  coalesce(parents_opened.created_at, state.created_at) as opened_at,
  exclusions.excluded_at
from inquiry_states as state
cross join start
left join exclusions on exclusions.inquiry_id = state.inquiry_id
left join parents on parents.inquiry_id = state.inquiry_id
left join parents_opened on parents_opened.inquiry_id = state.inquiry_id
where
  exists (select 1 from known_events)
  and cast(
    cast(coalesce(parents_opened.created_at, state.created_at) as date)
    + :backlog_days * interval 1 day as date
  ) >= start.from_date
  and (
    exclusions.excluded_at is null
    or cast(
      greatest(exclusions.excluded_at, coalesce(parents_opened.created_at, state.created_at)) as date
    ) >= start.from_date
  )
  and (
    not state.is_resolved_now
    or cast(state.last_resolved_at as date) >= start.from_date
    or state.created_date >= start.from_date
    or cast(parents.last_merged_at as date) >= start.from_date
  )
