-- needs: backlog_daily
-- The newest day of the week by service and office; a cell too small to be shown is hidden.
with newest as (
  select max(backlog_date) as backlog_date from backlog_daily
  where backlog_date between :week_start and :week_end and week_start_date = :week_start
),
cells as (
  select b.service, b.office, b.age_bucket, case when not b.is_suppressed then b.open_contacts end as contacts, b.is_suppressed
  from backlog_daily as b
  join newest as n on n.backlog_date = b.backlog_date
  where b.topic_id = 'all' and b.week_start_date = :week_start
)
select service, office,
  coalesce(max(contacts) filter (where age_bucket = '0-1d'), 0) as d0,
  coalesce(max(contacts) filter (where age_bucket = '1-3d'), 0) as d1,
  coalesce(max(contacts) filter (where age_bucket = '3-7d'), 0) as d3,
  coalesce(max(contacts) filter (where age_bucket = '7-14d'), 0) as d7,
  coalesce(max(contacts) filter (where age_bucket = '14d+'), 0) as d14,
  coalesce(max(contacts) filter (where age_bucket = 'all'), 0) as total,
  coalesce(bool_or(is_suppressed) filter (where age_bucket = '0-1d'), false) as d0_hidden,
  coalesce(bool_or(is_suppressed) filter (where age_bucket = '1-3d'), false) as d1_hidden,
  coalesce(bool_or(is_suppressed) filter (where age_bucket = '3-7d'), false) as d3_hidden,
  coalesce(bool_or(is_suppressed) filter (where age_bucket = '7-14d'), false) as d7_hidden,
  coalesce(bool_or(is_suppressed) filter (where age_bucket = '14d+'), false) as d14_hidden,
  coalesce(bool_or(is_suppressed) filter (where age_bucket = 'all'), false) as total_hidden
from cells
group by service, office
order by case service when 'all' then 0 else 1 end, service, case office when 'all' then 0 else 1 end, office
