-- needs: alert_episodes
select episode_id, candidate_type, candidate, label, opened_date, closed_date, peak_date,
  peak_observed, nights, status
from alert_episodes
where opened_date <= :week_end and (closed_date is null or closed_date >= :week_start)
order by closed_date is not null, peak_observed desc, opened_date, episode_id
