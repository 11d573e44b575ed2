-- needs: topic_contexts
-- The most typical inquiry of each term first, so that the first few show several terms.
select topic_id, left_text, keyword, right_text
from topic_contexts
where week_start_date = :week_start
order by topic_id, rank, term, left_text, right_text
