-- needs: topics
select topic_id, label, terms, inquiries, first_seen_date
from topics
where valid_from <= :week_end and (valid_to is null or valid_to >= :week_end)
  and first_seen_date between :week_end - interval 13 day and :week_end
  and topic_id <> 'unassigned'
order by first_seen_date desc, inquiries desc, topic_id
