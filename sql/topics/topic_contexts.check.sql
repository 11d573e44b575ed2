-- fail: a context is longer than 40 characters, or has no term in it
-- G3
select topic_id, week_start_date, term, rank
from topic_contexts
where length(left_text) > 40 or length(right_text) > 40 or length(keyword) = 0
