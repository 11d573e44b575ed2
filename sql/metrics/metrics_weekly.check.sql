-- fail: a rate outside 0 to 1, bounds the wrong way round, a small cell shown, or gross is not the sum of its parts
-- G5, G6
-- Weeks not computed anew were checked by the run that did.
select metric_id, week_start_date, service, channel, topic_id, office
from metrics_weekly
where
  week_start_date >= (select min(week_start_date) from touched_weeks where subject = 'contacts')
  and (
    denominator = 0
    or (metric_id not like 'self_service_ratio%' and numerator > denominator)
    or (metric_id like '%rate%' and (value < 0 or value > 1))
    or value < value_low - 1e-9
    or value > value_high + 1e-9
    or (is_suppressed and (value is not null or numerator is not null or users is not null))
  )
union all
select 'contacts_gross', period_start_date, service, channel, topic_id, office
from metric_cells_as_of
where as_of_date = :run_date and period = 'week' and metric_id like 'contacts%'
group by period_start_date, service, channel, topic_id, office
having
  sum(case when metric_id = 'contacts_gross' then numerator else 0 end)
  <> sum(case when metric_id <> 'contacts_gross' then numerator else 0 end)
