-- fail: a key is there twice
-- G1
select calendar_date, count(*) as copies
from calendar
group by calendar_date
having count(*) > 1
