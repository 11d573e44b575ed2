-- fail: bots: automation is not involvement times resolution over the same eligible requests
-- G5
select period, period_start_date, service
from self_resolution_cells
where metric_id like 'bot%'
group by period, period_start_date, service
having
  abs(
    sum(case when metric_id = 'bot_automation_rate' then value else 0 end)
    - sum(case when metric_id = 'bot_involvement_rate' then value else 0 end)
      * sum(case when metric_id = 'bot_resolution_rate' then value else 0 end)
  ) > 1e-12
  or abs(
    sum(case when metric_id = 'bot_automation_rate' then value_high else 0 end)
    - sum(case when metric_id = 'bot_involvement_rate' then value else 0 end)
      * sum(case when metric_id = 'bot_resolution_rate' then value_high else 0 end)
  ) > 1e-12
