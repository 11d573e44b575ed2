-- question: How many contacts are waiting tonight, by service and age, against a week ago? | 今夜の未対応は何件で、どれだけ古く、1週間前と比べてどうか
-- tables: backlog_daily
-- change: service for office or topic_id
with
tonight as (
  select max(backlog_date) as backlog_date
  from backlog_daily
)
select
  b.backlog_date,
  b.service,
  b.age_bucket,
  b.open_contacts,
  before.open_contacts as open_a_week_ago,
  b.open_contacts - before.open_contacts as change,
  b.users
from backlog_daily as b
join tonight as t on t.backlog_date = b.backlog_date
left join backlog_daily as before
  on before.backlog_date = cast(b.backlog_date - interval 7 day as date)
  and before.service = b.service
  and before.office = b.office
  and before.topic_id = b.topic_id
  and before.age_bucket = b.age_bucket
where b.office = 'all' and b.topic_id = 'all' and not b.is_suppressed
order by
  b.service,
  case b.age_bucket
    when '0-1d' then 1 when '1-3d' then 2 when '3-7d' then 3 when '7-14d' then 4 when '14d+' then 5 else 6
  end
