-- needs: volume_changes_weekly
select dimension, segment, service, contacts_before, contacts_after, exposure_effect, mix_effect,
  rate_effect, entry_exit_effect, total_change, is_suppressed
from volume_changes_weekly
where week_start_date = :week_start and metric_id = 'contacts' and dimension in ('service', 'topic')
order by dimension, service, segment
