-- fail: at a mature age the estimate is not the plain ratio, the parts of a cohort don't add up, a curve falls, or a small cell is shown
-- G5
select iso_week, service, topic_id, age_hours
from (
  select
    *,
    lag(estimate) over (partition by week_start_date, service, topic_id order by age_hours)
      as estimate_before
  from resolution_curves
  where week_start_date in (select week_start_date from touched_weeks where subject = 'curves')
) as curves
where
  contacts <> at_risk + resolved + censored
  or (is_mature and (censored > 0 or abs(estimate - cast(resolved as double) / contacts) > 1e-9))
  or estimate < estimate_before - 1e-12
  or estimate < estimate_low - 1e-9
  or estimate > estimate_high + 1e-9
  or (is_suppressed and (contacts is not null or estimate is not null or users is not null))
  or (not is_suppressed and (contacts is null or (is_followed and estimate is null)))
