-- fail: a key is there twice in one night
-- G1
select arrival_date, session_id, count(*) as copies
from landed_help_sessions
group by arrival_date, session_id
having count(*) > 1
