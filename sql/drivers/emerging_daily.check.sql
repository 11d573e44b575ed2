-- fail: emerging_daily: a candidate must be tested once a night, with 0 <= p <= q <= 1, and an alert needs enough users and to be raised
-- G1, G5
select night_date, candidate_type, candidate
from emerging_daily
where night_date >= :resent_from
group by night_date, candidate_type, candidate
having count(*) > 1
  or min(p_value) < 0
  or max(p_value - q_value) > 1e-12
  or max(q_value) > 1
  or max(case when is_alert and (is_suppressed or not is_raised) then 1 else 0 end) = 1
