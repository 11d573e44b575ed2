-- place: internal
-- grain: one row per accepted event up to the run's date
-- In one place instead of a file a day: many queries look for events of any age.
create or replace temporary view known_events comment 'events as they arrived | 到着したイベント' as
select
  event_id,
  inquiry_id,
  occurred_at,
  event_type,
  actor_type,
  agent_id,
  value,
  arrival_date
from landed_inquiry_events
where arrival_date <= :run_date
