-- needs: release_impacts
select release_id, kind, title, started_date, metric_id, topic_id, label,
  contacts_before * 7.0 / days_before as contacts_before, contacts_after * 7.0 / days as contacts_after,
  control_before, control_after, effect, effect_low, effect_high, verdict
from release_impacts
where started_date between :week_start - interval 28 day and :week_end
order by case verdict when 'worse' then 0 when 'better' then 1 else 2 end,
  started_date desc, release_id, metric_id, q_value, topic_id
