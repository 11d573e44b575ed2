-- fail: on a mature cohort the Kaplan–Meier estimate is not the plain ratio or quantile, or an interval misses its estimate
select estimate.clock, estimate.period, estimate.period_start_date, estimate.service, estimate.channel, estimate.topic_id
from resolution_estimates as estimate
join metric_cells_as_of as cell
  on cell.as_of_date = :run_date
  and cell.period = estimate.period
  and cell.period_start_date = estimate.period_start_date
  and cell.service = estimate.service
  and cell.channel = estimate.channel
  and cell.topic_id = estimate.topic_id
  and cell.office = estimate.office
where
  cell.is_mature
  and (
    (estimate.clock = 'durable' and cell.metric_id = 'durable_resolution_rate'
      and abs(estimate.estimate - cell.value) > 1e-9)
    or (cell.metric_id = concat(estimate.clock, '_hours_median')
      and coalesce(estimate.median_hours, -1) <> coalesce(cell.value, -1))
    or (cell.metric_id = concat(estimate.clock, '_hours_p75')
      and coalesce(estimate.p75_hours, -1) <> coalesce(cell.value, -1))
    or (cell.metric_id = concat(estimate.clock, '_hours_p90')
      and coalesce(estimate.p90_hours, -1) <> coalesce(cell.value, -1))
  )
union all
select clock, period, period_start_date, service, channel, topic_id
from resolution_estimates
where estimate < estimate_low - 1e-9 or estimate > estimate_high + 1e-9
