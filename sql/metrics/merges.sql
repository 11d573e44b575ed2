-- place: internal
-- grain: one row per inquiry that was merged into another
-- The first merge we hear of stays; a merge into an inquiry we do not have counts from the night we have it.
-- Of two inquiries merged into each other the merge known first stays.
-- known_date: since when we know; merged_at: when it happened, not before there was the inquiry it was merged into.
create or replace temporary view merges comment 'merges | 統合' as
with
events as (
  select
    inquiry_id,
    value as parent_id,
    arrival_date,
    occurred_at,
    row_number() over (partition by inquiry_id order by arrival_date, occurred_at, event_id) as nth
  from known_events
  where event_type = 'merged' and value <> inquiry_id and arrival_date <= :run_date
),
edges as (
  select
    child.inquiry_id,
    child.parent_id,
    greatest(child.arrival_date, min(parent.arrival_date)) as known_date,
    greatest(child.occurred_at, min(parent.created_at)) as merged_at
  from events as child
  join known_inquiries as parent
    on parent.inquiry_id = child.parent_id and parent.arrival_date <= :run_date
  where child.nth = 1
  group by child.inquiry_id, child.parent_id, child.arrival_date, child.occurred_at
),
ordered as (
  select
    *,
    row_number() over (
      partition by least(inquiry_id, parent_id), greatest(inquiry_id, parent_id)
      order by known_date, inquiry_id
    ) as nth_of_two
  from edges
)
select inquiry_id, parent_id, known_date, merged_at
from ordered
where nth_of_two = 1
