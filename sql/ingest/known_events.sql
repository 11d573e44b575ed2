-- place: restricted
-- grain: one row per accepted event and arrival night
-- partitioned by: week_start_date
-- A folder a week instead of a day, and no texts: rows of any age are looked for by many queries.
create or replace temporary view known_events (
  event_id comment 'event id | イベントID',
  inquiry_id comment 'inquiry (問い合わせ) id | 問い合わせID',
  occurred_at comment 'when it happened | 発生日時',
  event_type comment 'assigned, transferred, escalated, resolved, reopened, merged, marked_spam, marked_test, csat | イベント種別',
  actor_type comment 'who caused it: customer, agent, bot, system | 操作者の種別',
  agent_id comment 'keyed pseudonym of the agent | 担当者の仮名ID',
  value comment 'merged: parent inquiry_id; csat: 1 to 5 | 値（統合先ID、CSATなど）',
  arrival_date comment 'day the row arrived (dt of the drop) | 到着日（dt）',
  week_start_date comment 'Monday of the ISO week of the arrival | 到着した週の開始日（月曜）'
) comment 'Events as they arrived | 到着したイベント' as
select
  event_id,
  inquiry_id,
  occurred_at,
  event_type,
  actor_type,
  agent_id,
  value,
  arrival_date,
  cast(date_trunc('week', cast(arrival_date as timestamp)) as date) as week_start_date
from landed_inquiry_events
where
  arrival_date between cast(date_trunc('week', cast(:changed_from as timestamp)) as date) and :run_date
