-- fail: today is not yesterday + created + reopened − resolved − excluded, a day does not follow from the published one before, ages don't add up, what is open tonight is not what inquiry_states says, or a small cell is shown
-- G6
-- Weeks not computed anew were checked by the run that did.
select backlog_date, service, office, topic_id, age_bucket
from (
  select
    *,
    lag(backlog_date) over (partition by service, office, topic_id, age_bucket order by backlog_date)
      as date_before,
    lag(open_contacts) over (partition by service, office, topic_id, age_bucket order by backlog_date)
      as open_before
  from backlog_daily
  where
    week_start_date >= (
      select cast(min(week_start_date) - interval 7 day as date)
      from touched_weeks
      where subject = 'backlog'
    )
) as days
where
  open_contacts <> opened_before + created + reopened - resolved - excluded
  or open_contacts < 0
  or (age_bucket = 'all' and date_before = cast(backlog_date - interval 1 day as date)
    and opened_before <> open_before)
  or (is_suppressed and (open_contacts is not null or created is not null or users is not null))
  or (not is_suppressed and (open_contacts is null or (age_bucket = 'all' and opened_before is null)))
  or (created is null) <> (resolved is null)
union all
select backlog_date, service, office, topic_id, 'sum of ages'
from backlog_cells
group by backlog_date, service, office, topic_id
having
  sum(case when age_bucket = 'all' then open_contacts else 0 end)
  <> sum(case when age_bucket = 'all' then 0 else open_contacts end)
union all
select :run_date, 'all', 'all', 'all', 'open tonight'
from (
  select
    (select count(*)
      from inquiry_states
      where
        is_counted
        and not is_resolved_now
        and inquiry_id in (
          select inquiry_id
          from backlog_inquiries
          where
            cast(opened_at as timestamp) + :backlog_days * interval 1 day
            >= cast(:run_date as timestamp) + interval 1 day
        )) as open_states,
    (select coalesce(sum(open_contacts), 0)
      from backlog_cells
      where
        backlog_date = :run_date and service = 'all' and office = 'all' and topic_id = 'all'
        and age_bucket = 'all') as open_contacts,
    (select count(*) from backlog_cells) as cells
) as tonight
where cells > 0 and open_states <> open_contacts
