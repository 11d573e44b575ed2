-- place: internal
-- grain: one row per week and topic with contacts
-- Whether customers who look for help on the topic find an article, by the help sessions of the week and the
-- seven before that ended in a contact on it. With at least twice :minimum_users sessions, 'read': most of them read
-- an article, and one article was read in at least a tenth of them; else 'not_found'. With fewer, 'not_found' when at
-- least :minimum_users looked and nobody read one, else 'unknown'. An article withdrawn before the week began is none.
create or replace temporary view article_coverage_weekly (
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）',
  topic_id comment 'topic; unassigned is a topic | トピックID（unassigned を含む）',
  users comment 'distinct users | 利用者数',
  searches comment 'help sessions of eight weeks that ended in a contact on the topic | 8週間に問い合わせに至ったヘルプ閲覧数',
  searches_without_article comment 'those in which no article was read | うち記事を読まなかった閲覧数',
  coverage comment 'read, not_found, unknown | 記事の有無の根拠'
) comment 'Whether those who look for help find an article | 記事が見つかっているか' as
with driver as (
  select week_start_date, topic_id, users
  from contact_drivers_weekly
  where service = 'all' and contacts > 0 and topic_id not in ('unassigned', 'withheld')
),
articles_of_topic as (
  select
    driver.week_start_date,
    driver.topic_id,
    driver.users,
    case when coalesce(article.valid_to >= driver.week_start_date, true) then reading.article_id
      else 'none' end as article_id,
    sum(coalesce(reading.sessions, 0)) as sessions
  from driver
  left join articles_before_contacts as reading
    on reading.topic_id = driver.topic_id
    and reading.service = 'all'
    and reading.week_start_date <= driver.week_start_date
    and reading.week_start_date >= cast(driver.week_start_date - interval 49 day as date)
  left join articles as article on article.article_id = reading.article_id
  group by 1, 2, 3, 4
),
sums as (
  select
    week_start_date,
    topic_id,
    users,
    sum(sessions) as searches,
    sum(case when article_id = 'none' then sessions else 0 end) as searches_without_article,
    max(case when article_id <> 'none' then sessions else 0 end) as searches_of_leading_article
  from articles_of_topic
  group by week_start_date, topic_id, users
)
select
  week_start_date,
  topic_id,
  users,
  cast(searches as bigint) as searches,
  cast(searches_without_article as bigint) as searches_without_article,
  case
    when searches >= :minimum_users and searches_without_article = searches then 'not_found'
    when searches < 2 * :minimum_users then 'unknown'
    when 2 * searches_without_article < searches
      and 10 * searches_of_leading_article >= searches then 'read'
    else 'not_found'
  end as coverage
from sums
