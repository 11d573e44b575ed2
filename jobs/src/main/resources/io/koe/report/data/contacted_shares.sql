-- needs: contact_rates_weekly
select week_start_date, service, contacted_share, share_ci_low, share_ci_high, transactions, is_mature, is_suppressed
from contact_rates_weekly
where week_start_date between :first_week and :week_start and topic_id = 'all'
  and clock = 'transaction_date' and contacted_share is not null and not is_suppressed
order by week_start_date desc, service
