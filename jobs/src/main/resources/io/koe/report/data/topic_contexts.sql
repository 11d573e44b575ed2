-- needs: topic_contexts
select topic_id, rank, left_context, term, right_context
from topic_contexts
where week_start_date = :week_start
order by topic_id, rank, term, left_context, right_context
