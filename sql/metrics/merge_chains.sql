-- place: internal
-- grain: one row per merged inquiry and inquiry it was merged into, directly (level 1) or further up
-- Chains are followed for five levels. known_date: since when we know of all merges on the way; merged_at: when the
-- last of them happened.
create or replace temporary view merge_chains comment 'merges, followed upwards | 統合の連鎖' as
with
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
  from merges as e1
  left join merges as e2 on e2.inquiry_id = e1.parent_id
  left join merges as e3 on e3.inquiry_id = e2.parent_id
  left join merges as e4 on e4.inquiry_id = e3.parent_id
  left join merges as e5 on e5.inquiry_id = e4.parent_id
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
