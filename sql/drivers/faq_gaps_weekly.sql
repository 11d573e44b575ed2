-- place: shared
-- grain: one row per week, service (and 'all'), topic with contacts and article read before them (null = none exists for the topic)
-- question: About which topics do customers contact us because there is no article?
-- question: Which articles do customers read and contact us all the same?
-- A topic has an article when most customers who looked for help before contacting us read one (see
-- article_coverage_weekly). Where too few of them looked to tell, it has one when an article has its words, or when
-- anybody read one; of a topic with fewer than :minimum_users users nothing is said unless two looked in vain. Whether an article exists is judged over all services together. The pool 'unassigned' is no
-- topic and has no gap. Withheld rows rank last, by name.
create or replace temporary view faq_gaps_weekly (
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）',
  iso_week comment 'ISO week, such as 2026-W40 | ISO週',
  service comment 'service the contact is about: mercari, merpay, shops, … | サービス',
  topic_id comment 'topic | トピックID',
  label comment 'short Japanese name made of the topic''s own terms | トピックの名称',
  article_id comment 'article read last before the contact; null = none exists for the topic | 問い合わせ前に最後に読んだ記事ID（空は該当記事なし）',
  title comment 'title of the article | 記事のタイトル',
  gap comment 'not_answering: read, and a contact all the same; not_found: those who look find none; no_match: nobody read one and none has the topic''s words | 不足の種類',
  rank comment 'rank, 1 is first | 順位',
  contacts comment 'contacts behind the gap: those after reading the article, or all of a topic without one; null in a suppressed cell | 不足に当たる問い合わせ件数（秘匿時は空）',
  contacts_of_topic comment 'all contacts on the topic | トピックの問い合わせ件数',
  sessions_escalated comment 'help sessions that ended in these contacts | 問い合わせに至ったセッション数',
  users comment 'distinct users; null in a suppressed cell | 利用者数（秘匿時は空）',
  searches comment 'help sessions of eight weeks that ended in a contact on the topic | 8週間に問い合わせに至ったヘルプ閲覧数',
  searches_without_article comment 'those in which no article was read | うち記事を読まなかった閲覧数',
  nearest_article_id comment 'valid article with most of the topic''s words, if any; only for topics without an article | 語が最も近い記事ID',
  nearest_title comment 'its title | 語が最も近い記事のタイトル',
  nearest_score comment 'sum of 1/rank of the topic''s terms in the title, half of it in the body; 1 and more is a match | 語の一致度（1以上で一致）',
  is_suppressed comment 'too few distinct users: the values are withheld | 少人数のため秘匿したか',
  is_mature comment 'whether the value is final but for restatements | 確定値か',
  definition_version comment 'version of the definition | 定義の版'
) comment 'Topics without an article, and articles that do not answer | FAQの不足' as
with coverage as (
  select
    coverage.*,
    match.article_id as nearest_article_id,
    match.title as nearest_title,
    match.score as nearest_score,
    case
      when coverage.coverage = 'not_found' then 'not_found'
      when coverage.coverage = 'unknown'
        and coverage.searches = coverage.searches_without_article
        and (coverage.users >= :minimum_users or coverage.searches >= 2)
        and coalesce(match.score, 0.0) < 1.0
        and exists (select article_id from articles)
        then 'no_match'
      else 'not_answering'
    end as gap
  from article_coverage_weekly as coverage
  left join article_matches_weekly as match
    on match.week_start_date = coverage.week_start_date and match.topic_id = coverage.topic_id
  -- Weeks in which nobody is known to have read an article tell nothing.
  where coverage.week_start_date
    in (select week_start_date from help_session_outcomes where articles > 0)
),
gaps as (
  select
    driver.week_start_date,
    driver.iso_week,
    driver.service,
    driver.topic_id,
    driver.label,
    driver.is_mature,
    driver.contacts as contacts_of_topic,
    driver.users as users_of_topic,
    coverage.gap,
    coverage.searches,
    coverage.searches_without_article,
    coverage.nearest_article_id,
    coverage.nearest_title,
    coverage.nearest_score,
    reading.article_id,
    reading.contacts,
    reading.users,
    reading.sessions,
    sum(reading.sessions) over (
      partition by driver.week_start_date, driver.service, driver.topic_id) as sessions_of_topic,
    row_number() over (
      partition by driver.week_start_date, driver.service, driver.topic_id
      order by reading.article_id) as nth
  from coverage
  join contact_drivers_weekly as driver
    on driver.week_start_date = coverage.week_start_date
    and driver.topic_id = coverage.topic_id
    and driver.contacts > 0
  left join articles_before_contacts as reading
    on reading.week_start_date = driver.week_start_date
    and reading.service = driver.service
    and reading.topic_id = driver.topic_id
),
rows_of_gaps as (
  select
    *,
    case when gap = 'not_answering' then article_id end as gap_article_id,
    case when gap = 'not_answering' then contacts else contacts_of_topic end as gap_contacts,
    case when gap = 'not_answering' then users else users_of_topic end as gap_users,
    case when gap = 'not_answering' then sessions else coalesce(sessions_of_topic, 0) end
      as gap_sessions
  from gaps
  where case when gap = 'not_answering' then article_id <> 'none' else nth = 1 end
)
select
  gap.week_start_date,
  gap.iso_week,
  gap.service,
  gap.topic_id,
  gap.label,
  gap.gap_article_id as article_id,
  article.title,
  gap.gap,
  cast(row_number() over (
    partition by gap.week_start_date, gap.service
    order by
      case when gap.gap_users < :minimum_users then 0 else gap.gap_contacts end desc,
      gap.topic_id,
      coalesce(gap.gap_article_id, '')) as int) as rank,
  case when gap.gap_users >= :minimum_users then gap.gap_contacts end as contacts,
  case when gap.gap_users >= :minimum_users then gap.contacts_of_topic end as contacts_of_topic,
  case when gap.gap_users >= :minimum_users then cast(gap.gap_sessions as bigint) end
    as sessions_escalated,
  case when gap.gap_users >= :minimum_users then gap.gap_users end as users,
  case when gap.gap_users >= :minimum_users then gap.searches end as searches,
  case when gap.gap_users >= :minimum_users then gap.searches_without_article end
    as searches_without_article,
  gap.nearest_article_id,
  gap.nearest_title,
  gap.nearest_score,
  gap.gap_users < :minimum_users as is_suppressed,
  gap.is_mature,
  1 as definition_version
from rows_of_gaps as gap
left join articles as article on article.article_id = gap.gap_article_id
