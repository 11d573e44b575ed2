-- place: internal
-- grain: one row per day on which a model was in force
-- The unassigned pool as each night saw it: a model leaves fewer of the inquiries it was learnt from
-- unassigned than of those that come later, so tonight's pool is compared with earlier nights' and
-- not with what today's model makes of their inquiries.
create or replace temporary view pool_counts_daily (
  arrival_date comment 'day the row arrived (dt of the drop) | 到着日（dt）',
  inquiries comment 'inquiries left unassigned by the model in force that night | 当夜のモデルで未分類となった件数'
) comment 'Size of the unassigned pool, night by night | 未分類の夜ごとの件数' as
select
  c.arrival_date,
  count(distinct case when a.topic_id = 'unassigned' then a.inquiry_id end) as inquiries
from timely_contacts as c
join topic_assignments as a
  on a.inquiry_id = c.inquiry_id and a.arrival_date = c.arrival_date
  -- A model sees what arrives from its own night on until the next one is fitted.
  and a.arrival_date >= a.model_date
where c.arrival_date >= cast(cast(:first_date as date) - interval 44 day as date)
  and c.arrival_date <= :run_date
  and a.is_primary
group by c.arrival_date
