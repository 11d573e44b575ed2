-- question: Which share of requests does the bot answer without a contact, between what is proven and what is assumed? | ボットは依頼の何％を問い合わせなしで解決したか（実証と推定の間）
-- tables: metrics_weekly
-- automation = involvement x resolution, over one set of eligible requests: low is what is proven, high adds what is
-- assumed. One row a week and service.
select
  iso_week,
  service,
  max(case when metric_id = 'bot_involvement_rate' then value end) as involvement,
  max(case when metric_id = 'bot_resolution_rate' then value_low end) as resolution_low,
  max(case when metric_id = 'bot_resolution_rate' then value_high end) as resolution_high,
  max(case when metric_id = 'bot_automation_rate' then value_low end) as automation_low,
  max(case when metric_id = 'bot_automation_rate' then value_high end) as automation_high,
  max(case when metric_id = 'bot_automation_rate' then denominator end) as eligible_requests,
  count(case when not is_mature then 1 end) = 0 as is_mature
from metrics_weekly
where
  metric_id in ('bot_involvement_rate', 'bot_resolution_rate', 'bot_automation_rate')
  and channel = 'all'
  and topic_id = 'all'
  and office = 'all'
  and not is_suppressed
group by iso_week, service
order by service, iso_week
