-- fail: watch_daily: a cell with fewer users than the minimum must not show a figure
-- G5
select *
from watch_daily
where (is_suppressed and (inquiries is not null or users is not null))
  or inquiries < users
  or users < :minimum_users
