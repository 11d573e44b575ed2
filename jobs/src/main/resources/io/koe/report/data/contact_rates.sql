-- needs: contact_rates_weekly
-- Users of several services can't be added up: the rates of the service with the most contacts.
select week_start_date, service, measure, contacts, exposure, contacts_per_1000, ci_low, ci_high, is_mature, is_suppressed
from contact_rates_weekly
where week_start_date between :first_week and :week_start
  and topic_id = 'all' and clock = 'contact_date'
  and service = (
    select service
    from contact_rates_weekly
    where week_start_date = :week_start and topic_id = 'all' and clock = 'contact_date'
    order by contacts desc nulls last, service
    limit 1
  )
order by measure, week_start_date
