-- fail: on a mature cohort the Kaplan–Meier estimate is not the plain ratio or quantile, or an interval misses its estimate
-- G5
select estimate.clock, estimate.cell_id
from resolution_estimates as estimate
join metric_cells_as_of as cell
  on cell.as_of_date = :run_date
  and cell.cell_id = estimate.cell_id
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
select clock, cell_id
from resolution_estimates
where estimate < estimate_low - 1e-9 or estimate > estimate_high + 1e-9
