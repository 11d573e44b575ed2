-- warn: a final number of inquiries has fallen: they were sent again under another day, service or channel, or are gone
-- G9
select metric_id, period, metric_date, service, channel, topic_id, office, old_value, new_value
from restatements
where metric_id = 'contacts_gross'
  and restated_date between :first_date and :run_date
  and coalesce(new_value, 0) < old_value
