-- question: What made people contact us last week, by service, and how did it move? | 先週、サービスごとに何が問い合わせを生み、どう動いたか
-- tables: contact_drivers_weekly
-- change: the number of ranks
-- The newest week whose counts are final. What is withheld for too few users is left out; ranks are those of the table, so
-- that a gap in them shows where one is missing.
with
last_week as (
  select max(week_start_date) as week_start_date
  from contact_drivers_weekly
  where is_mature
)
select
  d.iso_week,
  d.service,
  d.rank,
  d.topic_id,
  d.label,
  d.contacts,
  d.share,
  d.cumulative_share,
  d.contacts_per_1000,
  d.change_from_previous_week,
  d.contacts_mean_4_weeks,
  d.durable_resolution_rate
from contact_drivers_weekly as d
join last_week as w on w.week_start_date = d.week_start_date
where not d.is_suppressed and d.rank <= 10
order by d.service, d.rank, d.topic_id
