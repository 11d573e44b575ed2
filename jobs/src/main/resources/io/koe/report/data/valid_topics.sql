-- needs: topics
select topic_id, label, terms, inquiries, first_seen_date, status
from topics
where valid_from <= :week_end and (valid_to is null or valid_to >= :week_end) and topic_id <> 'unassigned'
order by topic_id
