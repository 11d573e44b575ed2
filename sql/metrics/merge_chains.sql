-- place: internal
-- grain: one row per merged inquiry and inquiry it was merged into, directly (level 1) or further up
-- The first merge we hear of stays; a merge into an inquiry we do not have counts from the night we have it.
-- Of two inquiries merged into each other the merge known first stays. Chains are followed for five levels.
-- known_date: since when we know; merged_at: when it happened, not before there was the inquiry it was merged into.
create or replace temporary view merge_chains comment 'merges, followed upwards | 統合の連鎖' as
with
merges as (
  select
    inquiry_id,
    value as parent_id,
    arrival_date,
    occurred_at,
    row_number() over (partition by inquiry_id order by arrival_date, occurred_at, event_id) as nth
  from landed_inquiry_events
  where event_type = 'merged' and value <> inquiry_id and arrival_date <= :run_date
),
edges as (
  select
    child.inquiry_id,
    child.parent_id,
    greatest(child.arrival_date, min(parent.arrival_date)) as known_date,
    greatest(child.occurred_at, min(parent.created_at)) as merged_at
  from merges as child
  join landed_inquiries as parent
    on parent.inquiry_id = child.parent_id and parent.arrival_date <= :run_date
  where child.nth = 1
  group by child.inquiry_id, child.parent_id, child.arrival_date, child.occurred_at
),
one_way as (
  select there.inquiry_id, there.parent_id, there.known_date, there.merged_at
  from edges as there
  left join edges as back
    on back.inquiry_id = there.parent_id and back.parent_id = there.inquiry_id
  where
    back.inquiry_id is null
    or there.known_date < back.known_date
    or (there.known_date = back.known_date and there.inquiry_id < back.inquiry_id)
),
climbed as (
  select
    e1.inquiry_id,
    e1.parent_id as ancestor1,
    e2.parent_id as ancestor2,
    e3.parent_id as ancestor3,
    e4.parent_id as ancestor4,
    e5.parent_id as ancestor5,
    e1.known_date as known1,
    greatest(e1.known_date, e2.known_date) as known2,
    greatest(e1.known_date, e2.known_date, e3.known_date) as known3,
    greatest(e1.known_date, e2.known_date, e3.known_date, e4.known_date) as known4,
    greatest(e1.known_date, e2.known_date, e3.known_date, e4.known_date, e5.known_date) as known5,
    e1.merged_at as merged1,
    greatest(e1.merged_at, e2.merged_at) as merged2,
    greatest(e1.merged_at, e2.merged_at, e3.merged_at) as merged3,
    greatest(e1.merged_at, e2.merged_at, e3.merged_at, e4.merged_at) as merged4,
    greatest(e1.merged_at, e2.merged_at, e3.merged_at, e4.merged_at, e5.merged_at) as merged5
  from one_way as e1
  left join one_way as e2 on e2.inquiry_id = e1.parent_id
  left join one_way as e3 on e3.inquiry_id = e2.parent_id
  left join one_way as e4 on e4.inquiry_id = e3.parent_id
  left join one_way as e5 on e5.inquiry_id = e4.parent_id
),
levels as (
  select
    climbed.inquiry_id,
    steps.level,
    case steps.level
      when 1 then ancestor1 when 2 then ancestor2 when 3 then ancestor3 when 4 then ancestor4
      else ancestor5
    end as ancestor_id,
    case steps.level
      when 1 then known1 when 2 then known2 when 3 then known3 when 4 then known4 else known5
    end as known_date,
    case steps.level
      when 1 then merged1 when 2 then merged2 when 3 then merged3 when 4 then merged4
      else merged5
    end as merged_at
  from climbed
  cross join (values (1), (2), (3), (4), (5)) as steps (level)
)
select inquiry_id, level, ancestor_id, known_date, merged_at
from levels
where ancestor_id is not null and ancestor_id <> inquiry_id
