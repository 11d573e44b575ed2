-- fail: alert_episodes: an episode is there once, opens before it closes, and is closed exactly when it has a closing night
-- G1, G5
select episode_id
from alert_episodes
group by episode_id
having count(*) > 1
  or min(case when opened_date <= peak_date and peak_date <= last_alert_date
      and (closed_date is null or closed_date > last_alert_date)
      and (closed_date is not null) = (status = 'closed') then 1 else 0 end) = 0
