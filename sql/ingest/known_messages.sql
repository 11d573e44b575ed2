-- place: restricted
-- grain: one row per accepted message and arrival night, without its text
-- partitioned by: week_start_date
-- A folder a week instead of a day, and no texts: rows of any age are looked for by many queries.
create or replace temporary view known_messages (
  message_id comment 'message id | メッセージID',
  inquiry_id comment 'inquiry (問い合わせ) id | 問い合わせID',
  sent_at comment 'when it was sent | 送信日時',
  author_type comment 'customer, agent, bot, system | 送信者の種別',
  is_public comment 'whether the customer can see it | 公開メッセージか',
  agent_id comment 'keyed pseudonym of the agent | 担当者の仮名ID',
  arrival_date comment 'day the row arrived (dt of the drop) | 到着日（dt）',
  week_start_date comment 'Monday of the ISO week of the arrival | 到着した週の開始日（月曜）'
) comment 'Messages as they arrived, without texts | 到着したメッセージ（本文なし）' as
select
  message_id,
  inquiry_id,
  sent_at,
  author_type,
  is_public,
  agent_id,
  arrival_date,
  cast(date_trunc('week', cast(arrival_date as timestamp)) as date) as week_start_date
from landed_inquiry_messages
where
  arrival_date between cast(date_trunc('week', cast(:changed_from as timestamp)) as date) and :run_date
