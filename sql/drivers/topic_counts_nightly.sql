-- place: internal
-- grain: one row per model, topic and day, for the models in force on the run's nights
create or replace temporary view topic_counts_nightly (
  model_date comment 'night on which the model was fitted; it is in force from that night on | モデルの学習日',
  topic_id comment 'topic; unassigned is a topic | トピックID（unassigned を含む）',
  arrival_date comment 'day the row arrived (dt of the drop) | 到着日（dt）',
  inquiries comment 'inquiries of the topic that arrived that day | トピックの問い合わせ数',
  users comment 'distinct users | 利用者数'
) comment 'Inquiries per topic and night under a model | モデルごとのトピック別件数' as
with contacts as (
  select inquiry_id, user_id, arrival_date
  from timely_contacts
  where arrival_date >= cast(cast(:first_date as date) - interval 44 day as date)
    and arrival_date <= :run_date
),
models as (
  select distinct model_date from baseline_days where model_date is not null
)
select
  a.model_date,
  a.topic_id,
  c.arrival_date,
  count(distinct a.inquiry_id) as inquiries,
  count(distinct c.user_id) as users
from topic_assignments as a
join models as m on m.model_date = a.model_date
join contacts as c
  on c.inquiry_id = a.inquiry_id
  -- What the model saw when it was fitted, and each later arrival as it came.
  and (a.arrival_date <= a.model_date or a.arrival_date = c.arrival_date)
where a.is_primary
group by a.model_date, a.topic_id, c.arrival_date
