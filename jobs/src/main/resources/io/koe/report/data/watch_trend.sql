-- needs: watch_daily
-- The seven days up to each Sunday of the window.
select watch_date, rule_id, severity, routed_to, alike_7_days
from watch_daily
where watch_date between :first_week and :week_end and isodow(watch_date) = 7
order by rule_id, routed_to, severity, watch_date
