-- place: restricted
-- grain: one row per help session, as of the run's date
-- question: Which help sessions ended in a contact, and about what?
-- A contact beats a click: a session whose user contacts us is escalated, even when it was called helpful.
-- Without a log-in we can't see contacts: only the answer 'helpful' and a hand-over count.
create or replace temporary view help_session_outcomes (
  session_id comment 'help session id | ヘルプセッションID',
  user_id comment 'keyed pseudonym of the user | 利用者の仮名ID',
  service comment 'service the contact is about: mercari, merpay, shops, … | サービス',
  started_at comment 'start | 開始日時',
  ended_at comment 'end | 終了日時',
  session_date comment 'day the session started, Japan time | セッション開始日（日本時間）',
  entry comment 'guide, bot, search | 入口',
  articles comment 'number of articles read | 読んだ記事数',
  article_id comment 'last article read; none = no article | 最後に読んだ記事ID（none は記事なし）',
  feedback comment 'helpful, not_helpful | 評価',
  handed_over comment 'whether the bot handed over to a person | 有人引き継ぎ',
  outcome comment 'confirmed, escalated, assumed, unlinkable, immature | 結果（確認済み、問い合わせ、推定解決、照合不能、未確定）',
  outcome_72_hours comment 'outcome with a window of 72 hours | 72時間の窓での結果',
  inquiry_id comment 'inquiry (問い合わせ) id | 問い合わせID',
  topic_id comment 'topic of the inquiry it ended in; none = no inquiry | 至った問い合わせのトピックID（none はなし）',
  hours_to_contact comment 'hours from the end of the session to the inquiry, 0 when it came within the session | 問い合わせまでの時間（時）'
) comment 'how each help session ended | ヘルプセッションの結果' as
with
versions as (
  select
    *,
    row_number()
      over (partition by session_id order by arrival_date desc, started_at, ended_at) as nth
  from landed_help_sessions
  where arrival_date <= :run_date
),
sessions as (
  select
    session_id,
    user_id,
    service,
    started_at,
    ended_at,
    entry,
    greatest(coalesce(size(article_ids), 0), 0) as articles,
    try_element_at(article_ids, -1) as article_id,
    feedback,
    coalesce(handed_over, false) as handed_over,
    cast(:run_date as timestamp) + interval 1 day as cutoff_at
  from versions
  where nth = 1
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
  join inquiries_as_of as inquiry
    on inquiry.as_of_date = :run_date
    and inquiry.user_id = session.user_id
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
  case when hours_to_contact < :session_hours then hours_to_contact end as hours_to_contact
from linked
