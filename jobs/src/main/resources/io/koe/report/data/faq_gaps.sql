-- needs: faq_gaps_weekly
-- The gap alone, and not the cells too small to be shown: their order would say nothing.
select service, topic_id, label, is_mature, article_id, title, gap, contacts, contacts_of_topic, sessions_escalated,
  case when nearest_score >= 1 then nearest_title end as nearest_title
from faq_gaps_weekly
where week_start_date = :week_start and service = 'all' and not is_suppressed
order by rank
