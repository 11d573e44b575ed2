-- warn: the share of inquiries without a topic has risen by five points against the four weeks before
-- G15
with weeks as (
  select
    created_date > cast(cast(:run_date as date) - interval 7 day as date) as is_now,
    count(*) as inquiries,
    count_if(topic_id = 'unassigned') / cast(count(*) as double) as share
  from inquiry_topics
  where is_primary
    and model_date is not null
    and created_date > cast(cast(:run_date as date) - interval 35 day as date)
  group by 1
)
select now.share, before.share as share_before
from weeks as now
join weeks as before on now.is_now and not before.is_now
where least(now.inquiries, before.inquiries) >= 400 and now.share > before.share + 0.05
