-- fail: a key is there twice
select calendar_date, count(*) as copies
from calendar
group by calendar_date
having count(*) > 1
