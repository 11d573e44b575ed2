-- needs: contact_drivers_weekly
select service, topic_id, week_start_date, contacts, durable_resolution_rate, is_suppressed
from contact_drivers_weekly
where week_start_date between :first_week and :week_start
order by service, topic_id, week_start_date
