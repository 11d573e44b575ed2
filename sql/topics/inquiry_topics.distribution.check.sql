-- warn: topics are distributed otherwise than in the four weeks before: a population stability index above 0.25
-- G17
-- N. Siddiqi, Credit Risk Scorecards (2006), ch. 8. By chance alone it is about topics / inquiries: too few tell nothing.
with counts as (
  select
    topic_id,
    count_if(created_date > cast(cast(:run_date as date) - interval 7 day as date)) as now,
    count_if(created_date <= cast(cast(:run_date as date) - interval 7 day as date)) as before
  from inquiry_topics
  where is_primary
    and model_date is not null
    and created_date > cast(cast(:run_date as date) - interval 35 day as date)
  group by topic_id
),
shares as (
  select
    (now + 0.5e0) / (sum(now) over () + 0.5e0 * count(*) over ()) as now_share,
    (before + 0.5e0) / (sum(before) over () + 0.5e0 * count(*) over ()) as before_share,
    sum(now) over () as all_now,
    sum(before) over () as all_before,
    count(*) over () as topics
  from counts
)
select sum((now_share - before_share) * ln(now_share / before_share)) as stability_index
from shares
where least(all_now, all_before) >= 20 * topics
having sum((now_share - before_share) * ln(now_share / before_share)) > 0.25
