-- fail: topic_impacts_weekly: taking a topic's contacts away must take away exactly its contacts
-- G6
select week_start_date, service, topic_id
from topic_impacts_weekly
where metric_id = 'contacts' and abs(impact - contacts) > 1e-9
