-- place: restricted
-- grain: one row per help session, as of the run's date
-- partitioned by: week_start_date
-- question: Which help sessions ended in a contact, and about what?
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
  hours_to_contact comment 'hours from the end of the session to the inquiry, 0 when it came within the session | 問い合わせまでの時間（時）',
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）'
) comment 'how each help session ended | ヘルプセッションの結果' as
with
kept as (
  select before.*
  from help_session_outcomes_before as before
  left join session_outcomes_now as outcome on outcome.session_id = before.session_id
  where outcome.session_id is null
),
outcomes as (
  select
    session_id,
    user_id,
    service,
    started_at,
    ended_at,
    session_date,
    entry,
    articles,
    article_id,
    feedback,
    handed_over,
    outcome,
    outcome_72_hours,
    inquiry_id,
    topic_id,
    hours_to_contact,
    week_start_date
  from session_outcomes_now
  union all
  select
    session_id,
    user_id,
    service,
    started_at,
    ended_at,
    session_date,
    entry,
    articles,
    article_id,
    feedback,
    handed_over,
    outcome,
    outcome_72_hours,
    inquiry_id,
    topic_id,
    hours_to_contact,
    week_start_date
  from kept
)
select *
from outcomes
where
  week_start_date in (select week_start_date from touched_weeks where subject = 'contacts')
