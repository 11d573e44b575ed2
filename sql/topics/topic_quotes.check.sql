-- fail: a quote is longer than 120 characters or empty
-- G3
select topic_id, week_start_date, rank
from topic_quotes
where length(quote) > 120 or length(quote) = 0
