-- place: internal
-- grain: one row per experiment and user, by the assignment that arrived last
-- What a user did in the h hours from the assignment on: counted contacts on any service, and the outcome of the
-- first help session whose outcome can be told. One session a user, so that the trials are independent.
create or replace temporary view experiment_users (
  experiment_id comment 'experiment id | 実験ID',
  user_id comment 'keyed pseudonym of the user | 利用者の仮名ID',
  arm comment 'arm of the experiment | 実験群',
  assigned_at comment 'when the user was assigned to the arm | 割当日時',
  contacts comment 'contacts within the horizon of the assignment | 割当後の期間内の問い合わせ件数',
  outcome comment 'outcome of the first help session within the horizon; null = none | 期間内の最初のヘルプ閲覧の結果',
  is_contact_ripe comment 'whether the horizon is over | 問い合わせの観察期間が終わったか',
  is_session_ripe comment 'whether the horizon and the session window are over | ヘルプ閲覧の観察期間が終わったか'
) comment 'Users of experiments and what they did | 実験の対象者とその行動' as
with versions as (
  select
    *,
    row_number() over (
      partition by experiment_id, user_id order by arrival_date desc, assigned_at desc, arm) as nth,
    cast(cast(:run_date as date) + interval 1 day as timestamp) as as_of_at
  from landed_experiments
  where arrival_date <= :run_date
),
deeds as (
  select user_id, created_at as done_at, inquiry_id as deed_id, cast(null as string) as outcome
  from inquiry_states
  where is_counted
  union all
  select user_id, started_at, session_id, outcome
  from help_session_outcomes
  where user_id is not null and outcome <> 'unlinkable'
),
placed as (
  select
    version.experiment_id,
    version.user_id,
    version.arm,
    version.assigned_at,
    version.as_of_at,
    deed.deed_id,
    deed.outcome,
    row_number() over (
      partition by version.experiment_id, version.user_id, deed.outcome is null
      order by deed.done_at, deed.deed_id) as nth
  from versions as version
  left join deeds as deed
    on deed.user_id = version.user_id
    and deed.done_at >= version.assigned_at
    and deed.done_at < version.assigned_at + :horizon_hours * interval 1 hour
  where version.nth = 1
)
select
  experiment_id,
  user_id,
  arm,
  assigned_at,
  count(case when deed_id is not null and outcome is null then 1 end) as contacts,
  max(case when nth = 1 then outcome end) as outcome,
  as_of_at >= assigned_at + :horizon_hours * interval 1 hour as is_contact_ripe,
  as_of_at >= assigned_at + (:horizon_hours + :session_hours) * interval 1 hour as is_session_ripe
from placed
group by experiment_id, user_id, arm, assigned_at, as_of_at
