-- question: How many contacts come per 1000 transactions (or payments, orders, active users), week by week? | 取引・決済・注文・利用者千件あたりの問い合わせは週ごとに何件か
-- tables: contact_rates_weekly
-- change: the clock; transaction_date follows the transactions of a week instead
-- Never compare services on different measures. Weeks with fewer than seven exposure_days are not whole.
select
  iso_week,
  service,
  measure,
  contacts,
  exposure,
  exposure_days,
  contacts_per_1000,
  ci_low,
  ci_high,
  is_mature
from contact_rates_weekly
where topic_id = 'all' and clock = 'contact_date' and not is_suppressed
order by service, measure, iso_week
