-- fail: volume_changes_weekly: the effects must add up to the change, and the segments to the total
-- G6
select week_start_date, dimension, service, segment
from volume_changes_weekly
where abs(exposure_effect + mix_effect + rate_effect + entry_exit_effect - total_change)
  > 1e-9 * greatest(1, contacts_before, contacts_after)
  or total_change <> contacts_after - contacts_before
union all
-- Every dimension explains the same change of all contacts.
select week_start_date, 'any' as dimension, 'all' as service, 'all' as segment
from (
  select week_start_date, dimension, sum(total_change) as total_change
  from volume_changes_weekly
  where service = 'all'
  group by week_start_date, dimension
) as sums
group by week_start_date
having min(total_change) <> max(total_change)
