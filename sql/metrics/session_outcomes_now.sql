-- place: internal
-- grain: one row per help session whose outcome may differ from the published one, as of the run's date
-- A contact beats a click: a session whose user contacts us is escalated, even when it was called helpful.
-- Without a log-in we can't see contacts: only the answer 'helpful' and a hand-over count.
create or replace temporary view session_outcomes_now
comment 'outcomes of help sessions that may have changed | 変わりうるヘルプセッションの結果' as
with
users as (
  select distinct user_id from as_of_users where as_of_date = :run_date
),
sessions as (
  select
    session_id,
    user_id,
    service,
    started_at,
    ended_at,
    entry,
    cast(greatest(coalesce(size(article_ids), 0), 0) as int) as articles,
    try_element_at(article_ids, -1) as article_id,
    feedback,
    coalesce(handed_over, false) as handed_over,
    cast(:run_date as timestamp) + interval 1 day as cutoff_at
  from sessions_to_judge
),
inquiries_now as (
  select inquiry_id, user_id, service, topic_id, created_at, is_spam, is_test
  from inquiries_as_of
  where as_of_date = :run_date
  union all
  -- A session that arrived late may have led to a contact of a user with nothing else new.
  select before.inquiry_id, before.user_id, before.service, before.topic_id, before.created_at,
    before.is_spam, before.is_test
  from inquiry_states_before as before
  left join users on users.user_id = before.user_id
  where
    users.user_id is null
    and before.week_start_date >= cast(cast(:resent_from as date) - interval 14 day as date)
),
contacts as (
  select
    session.session_id,
    inquiry.inquiry_id,
    inquiry.topic_id,
    inquiry.created_at,
    row_number()
      over (partition by session.session_id order by inquiry.created_at, inquiry.inquiry_id) as nth
  from sessions as session
  join inquiries_now as inquiry
    on inquiry.user_id = session.user_id
    and inquiry.service = session.service
    and not inquiry.is_spam
    and not inquiry.is_test
    and inquiry.created_at >= session.started_at
    and inquiry.created_at
      < session.ended_at + greatest(72, :session_hours) * interval 1 hour
),
linked as (
  select
    session.*,
    contact.inquiry_id as contact_id,
    contact.topic_id,
    case
      when contact.created_at < session.ended_at then 0.0e0
      else hours_between(session.ended_at, contact.created_at)
    end as hours_to_contact,
    hours_between(session.ended_at, session.cutoff_at) as hours_seen
  from sessions as session
  left join contacts as contact on contact.session_id = session.session_id and contact.nth = 1
)
select
  session_id,
  user_id,
  service,
  started_at,
  ended_at,
  cast(started_at as date) as session_date,
  entry,
  articles,
  coalesce(article_id, 'none') as article_id,
  feedback,
  handed_over,
  case
    when handed_over or hours_to_contact < :session_hours then 'escalated'
    when user_id is null and feedback = 'helpful' then 'confirmed'
    when user_id is null then 'unlinkable'
    when hours_seen < :session_hours then 'immature'
    when feedback = 'helpful' then 'confirmed'
    else 'assumed'
  end as outcome,
  case
    when handed_over or hours_to_contact < 72 then 'escalated'
    when user_id is null and feedback = 'helpful' then 'confirmed'
    when user_id is null then 'unlinkable'
    when hours_seen < 72 then 'immature'
    when feedback = 'helpful' then 'confirmed'
    else 'assumed'
  end as outcome_72_hours,
  case when hours_to_contact < :session_hours then contact_id end as inquiry_id,
  case when hours_to_contact < :session_hours then topic_id else 'none' end as topic_id,
  case when hours_to_contact < :session_hours then hours_to_contact end as hours_to_contact,
  cast(date_trunc('week', started_at) as date) as week_start_date
from linked
