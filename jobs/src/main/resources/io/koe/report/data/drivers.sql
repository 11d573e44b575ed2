-- needs: contact_drivers_weekly
-- What is withheld of a service is no topic: it has no line, and no rank counts it.
select service, topic_id, label, row_number() over (partition by service order by rank) as rank, contacts, share, cumulative_share, contacts_per_1000,
  handle_hours_median, durable_resolution_rate, contacts_previous_week, contacts_mean_4_weeks,
  change_from_previous_week, users, is_suppressed, is_mature
from contact_drivers_weekly
where week_start_date = :week_start and topic_id <> 'withheld'
order by case service when 'all' then 0 else 1 end, service, rank, topic_id
