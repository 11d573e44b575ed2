-- question: About which topics do people contact us because they find no article? | 該当する記事が見つからずに問い合わせているトピックはどれか
-- tables: faq_gaps_weekly
-- The newest final week, all services: nearest_title is the article to extend, when one comes near.
select
  iso_week,
  rank,
  topic_id,
  label,
  gap,
  contacts,
  searches,
  searches_without_article,
  nearest_article_id,
  nearest_title,
  nearest_score
from faq_gaps_weekly
where
  service = 'all'
  and article_id is null
  and is_mature
  and not is_suppressed
  and week_start_date = (select max(week_start_date) from faq_gaps_weekly where is_mature)
order by rank, topic_id
