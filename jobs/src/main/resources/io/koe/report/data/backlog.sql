-- needs: backlog_daily
select backlog_date, age_bucket, open_contacts, is_suppressed
from backlog_daily
where backlog_date between :week_start - interval 28 day and :week_end
  and week_start_date >= :week_start - interval 28 day
  and service = 'all' and topic_id = 'all' and office = 'all'
order by backlog_date, age_bucket
