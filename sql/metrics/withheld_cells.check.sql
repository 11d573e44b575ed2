-- fail: a cell is there twice, its days are shown though its week is not, or in a service or of a segment that is withheld
-- G11
select cell.week_start_date, cell.period, cell.dimension, cell.service, cell.segment
from withheld_cells as cell
left join withheld_cells as other
  on other.week_start_date = cell.week_start_date
  and (
    (
      cell.period = 'day'
      and other.period = 'week'
      and other.dimension = cell.dimension
      and other.service = cell.service
      and other.segment = cell.segment
    )
    or (
      cell.service <> 'all'
      and other.period = cell.period
      and other.service = 'all'
      and (
        (other.dimension = 'service' and other.segment = cell.service)
        or (other.dimension = cell.dimension and other.segment = cell.segment)
      )
    )
  )
where
  not cell.is_withheld
  and other.is_withheld
  and cell.week_start_date in (select week_start_date from touched_weeks where subject = 'contacts')
union
select week_start_date, period, dimension, service, segment
from withheld_cells
where week_start_date in (select week_start_date from touched_weeks where subject = 'contacts')
group by week_start_date, period, dimension, service, segment
having count(*) > 1
