-- place: internal
-- grain: one row per week of the contacts, service (and 'all'), topic and article read last (none = none was read)
-- Help sessions that ended in a counted contact of the same user on the same service within w: what was read,
-- and what the contact was about. This is what links articles to topics.
create or replace temporary view articles_before_contacts (
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）',
  service comment 'service the contact is about: mercari, merpay, shops, … | サービス',
  topic_id comment 'topic; unassigned is a topic | トピックID（unassigned を含む）',
  article_id comment 'last article read; none = no article | 最後に読んだ記事ID（none は記事なし）',
  sessions comment 'help sessions | セッション数',
  contacts comment 'contacts opened in the period | 問い合わせ件数',
  users comment 'distinct users | 利用者数'
) comment 'What was read before a contact | 問い合わせ前に読まれた記事' as
with members as (
  select
    contact.week_start_date,
    case when by_service then contact.service else 'all' end as service,
    contact.topic_id,
    session.article_id,
    contact.inquiry_id,
    contact.user_id
  from help_session_outcomes as session
  join driver_contacts as contact on contact.inquiry_id = session.inquiry_id
  cross join (values (true), (false)) as cells (by_service)
  where contact.topic_id <> 'unassigned'
)
select
  week_start_date,
  service,
  topic_id,
  article_id,
  count(*) as sessions,
  count(distinct inquiry_id) as contacts,
  count(distinct user_id) as users
from members
group by week_start_date, service, topic_id, article_id
