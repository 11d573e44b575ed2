-- question: Which new problems are open or closed lately, since when, and how far above expectation? | いま起きている・最近収束した急増は何で、いつから、どれだけ多いか
-- tables: alert_episodes, emerging_daily
-- change: the number of days
-- Episodes with an alert in the 28 days up to the newest night; the figures are those of the peak night.
with
tonight as (
  select max(night_date) as night_date
  from emerging_daily
)
select
  e.status,
  e.opened_date,
  e.closed_date,
  e.candidate_type,
  e.candidate,
  e.label,
  e.nights,
  e.peak_date,
  p.observed,
  p.expected,
  p.q_value,
  e.members
from alert_episodes as e
cross join tonight as t
left join emerging_daily as p
  on p.night_date = e.peak_date
  and p.candidate_type = e.candidate_type
  and p.candidate = e.candidate
  and not p.is_suppressed
where e.last_alert_date > t.night_date - interval 28 day
order by case when e.status = 'open' then 0 else 1 end, e.opened_date desc, e.episode_id
