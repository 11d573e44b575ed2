-- place: shared
-- grain: one row per day, service, entry, article and topic of the contact (all = total)
-- partitioned by: week_start_date
-- question: Which entry and which article resolve most without a contact?
-- question: About which topics do customers contact us after reading help?
-- Cells: total, service, service × entry, service × article, service × topic. A session without a contact
-- has no topic, so a topic's row counts escalated sessions only and has no rate.
create or replace temporary view self_resolution_daily (
  session_date comment 'day the session started, Japan time | セッション開始日（日本時間）',
  service comment 'service the contact is about: mercari, merpay, shops, … | サービス',
  entry comment 'guide, bot, search | 入口',
  article_id comment 'last article read; none = no article | 最後に読んだ記事ID（none は記事なし）',
  topic_id comment 'topic; unassigned is a topic | トピックID（unassigned を含む）',
  sessions comment 'help sessions | セッション数',
  sessions_confirmed comment 'sessions called helpful, without a contact | 役に立ったと回答されたセッション数',
  sessions_escalated comment 'sessions that ended in a contact or a hand-over | 問い合わせに至ったセッション数',
  sessions_assumed comment 'sessions with neither, the window being over | 推定解決のセッション数',
  sessions_unlinkable comment 'sessions without a log-in and without a helpful answer | 照合不能のセッション数',
  sessions_immature comment 'sessions whose window is still open | 未確定のセッション数',
  sessions_escalated_72_hours comment 'sessions that ended in a contact or a hand-over within 72 hours | 72時間以内に問い合わせに至ったセッション数',
  users comment 'distinct users who were logged in; null where fewer than the minimum | ログインした利用者数（少人数のときは空）',
  users_contacting comment 'distinct users whose session ended in a contact | 問い合わせに至った利用者数',
  value_low comment 'value if nothing unfinished turns out well | 未確定分がすべて不成立の場合の値',
  value_high comment 'value if everything unfinished turns out well | 未確定分がすべて成立の場合の値',
  is_mature comment 'whether the value is final but for restatements | 確定値か',
  is_suppressed comment 'too few distinct users: the values are withheld | 少人数のため秘匿したか',
  definition_version comment 'version of the definition | 定義の版',
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）'
) comment 'self-resolution by day, between what is proven and what is assumed | 日次の自己解決' as
with
sessions as (
  select
    *,
    coalesce(user_id, session_id) as visitor,
    count(*) over (
      partition by session_date, coalesce(user_id, session_id)
    ) as sessions_of_visitor
  from help_session_outcomes
  where week_start_date in (select week_start_date from touched_weeks where subject = 'contacts')
),
members as (
  select
    session_date,
    case when by_service then service else 'all' end as service,
    case when by_entry then entry else 'all' end as entry,
    case when by_article then article_id else 'all' end as article_id,
    case when by_topic then topic_id else 'all' end as topic_id,
    case when sessions_of_visitor > 1 then visitor end as repeater,
    user_id,
    outcome,
    outcome_72_hours
  from sessions
  cross join (values
    (false, false, false, false),
    (true, false, false, false),
    (true, true, false, false),
    (true, false, true, false),
    (true, false, false, true)
  ) as cells (by_service, by_entry, by_article, by_topic)
  where not by_topic or topic_id <> 'none'
),
-- Visitors of one session that day, nearly all, are counted with their sessions, the others one by one: to tell all
-- apart, every session would have to be sorted for each kind of cell.
sums as (
  select
    session_date,
    service,
    entry,
    article_id,
    topic_id,
    count(*) as sessions,
    count_if(outcome = 'confirmed') as confirmed,
    count_if(outcome = 'escalated') as escalated,
    count_if(outcome = 'assumed') as assumed,
    count_if(outcome = 'unlinkable') as unlinkable,
    count_if(outcome = 'immature') as immature,
    count_if(outcome_72_hours = 'escalated') as escalated_72_hours,
    count_if(repeater is null) + count(distinct repeater) as visitors,
    count(case when repeater is null then user_id end) + count(distinct repeater) as users,
    count(case when repeater is null and outcome = 'escalated' then user_id end)
    + count(distinct case when outcome = 'escalated' then repeater end) as users_contacting
  from members
  group by session_date, service, entry, article_id, topic_id
),
judged as (
  select
    *,
    confirmed + assumed + escalated as decided,
    visitors < :minimum_users as is_small
  from sums
)
select
  session_date,
  service,
  entry,
  article_id,
  topic_id,
  case when not is_small then sessions end as sessions,
  case when not is_small then confirmed end as sessions_confirmed,
  case when not is_small then escalated end as sessions_escalated,
  case when not is_small then assumed end as sessions_assumed,
  case when not is_small then unlinkable end as sessions_unlinkable,
  case when not is_small then immature end as sessions_immature,
  case when not is_small then escalated_72_hours end as sessions_escalated_72_hours,
  case when not is_small and users >= :minimum_users then users end as users,
  case when not is_small then users_contacting end as users_contacting,
  case
    when not is_small and topic_id = 'all' then cast(confirmed as double) / nullif(decided, 0)
  end as value_low,
  case
    when not is_small and topic_id = 'all'
      then cast(confirmed + assumed as double) / nullif(decided, 0)
  end as value_high,
  immature = 0
  and cast(:run_date as timestamp) + interval 1 day
    >= cast(session_date as timestamp) + interval 1 day + :session_hours * interval 1 hour
    as is_mature,
  is_small as is_suppressed,
  1 as definition_version,
  cast(date_trunc('week', cast(session_date as timestamp)) as date) as week_start_date
from judged
