-- place: internal
-- grain: one row per help session whose outcome may differ from the published one, as last heard of
-- Those that arrived since, those whose window was still open, and those of the users to compute, but not over
-- :backlog_days old ones: what these were made from is about to go.
create or replace temporary view sessions_to_judge
comment 'help sessions whose outcome may have changed | 結果が変わりうるヘルプセッション' as
with
users as (
  select distinct user_id from as_of_users where as_of_date = :run_date
),
wanted as (
  select session_id
  from known_help_sessions
  where
    arrival_date <= :run_date
    and (
      arrival_date >= :changed_from
      or ended_at + greatest(72, :session_hours) * interval 1 hour > cast(:changed_from as timestamp)
      or (
        user_id in (select user_id from users)
        and arrival_date
          >= cast(cast(:run_date as date) - :backlog_days * interval 1 day as date)
      )
    )
),
versions as (
  select
    *,
    row_number()
      over (partition by session_id order by arrival_date desc, started_at, ended_at) as nth
  from known_help_sessions
  where arrival_date <= :run_date and session_id in (select session_id from wanted)
)
select
  session_id,
  user_id,
  service,
  started_at,
  ended_at,
  entry,
  article_ids,
  feedback,
  handed_over
from versions
where nth = 1
