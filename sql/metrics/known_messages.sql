-- place: internal
-- grain: one row per accepted message up to the run's date
-- Without texts, and in one place instead of a file a day: many queries look for messages of any age.
create or replace temporary view known_messages comment 'messages as they arrived | 到着したメッセージ' as
select
  message_id,
  inquiry_id,
  sent_at,
  author_type,
  is_public,
  agent_id,
  arrival_date
from landed_inquiry_messages
where arrival_date <= :run_date
