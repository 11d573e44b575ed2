-- fail: faq_gaps_weekly: a topic with no article has one row, ranks must be 1, 2, 3, …, and a gap is part of its topic
-- G1, G5
select week_start_date, service, 'all' as topic_id, 'ranks' as problem
from faq_gaps_weekly
group by week_start_date, service
having max(rank) <> count(*) or count(distinct rank) <> count(*)
union all
select week_start_date, service, topic_id, 'rows' as problem
from faq_gaps_weekly
group by week_start_date, service, topic_id
having count(case when article_id is null then 1 end) > 0 and count(*) > 1
  or count(distinct coalesce(article_id, 'none')) <> count(*)
union all
select week_start_date, service, topic_id, 'values' as problem
from faq_gaps_weekly
where contacts > contacts_of_topic
  or users > contacts
  or searches_without_article > searches
  or (article_id is null) <> (gap in ('not_found', 'no_match'))
  or (is_suppressed and contacts is not null)
