-- needs: topic_quotes
select topic_id, rank, quote, service, week_start_date
from topic_quotes
where week_start_date = :week_start
order by topic_id, rank, quote
