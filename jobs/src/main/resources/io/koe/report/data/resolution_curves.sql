-- needs: resolution_curves
-- The four newest weeks, all services and topics.
select week_start_date, age_hours, contacts, at_risk, resolved, censored, estimate, estimate_low, estimate_high,
  is_followed, is_mature, is_suppressed
from resolution_curves
where week_start_date between :week_start - interval 21 day and :week_start and service = 'all' and topic_id = 'all'
order by week_start_date desc, age_hours
