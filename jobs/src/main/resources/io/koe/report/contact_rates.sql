-- needs: contact_rates_weekly
select week_start_date, measure, contacts, exposure, contacts_per_1000, ci_low, ci_high, is_suppressed
from contact_rates_weekly
where week_start_date between :first_week and :week_start
  and service = 'all' and topic_id = 'all' and clock = 'contact_date'
order by measure, week_start_date
