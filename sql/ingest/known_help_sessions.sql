-- place: restricted
-- grain: one row per accepted help session and arrival night, without its search words
-- partitioned by: week_start_date
-- A folder a week instead of a day, and no texts: rows of any age are looked for by many queries.
create or replace temporary view known_help_sessions (
  session_id comment 'help session id | ヘルプセッションID',
  user_id comment 'keyed pseudonym of the user | 利用者の仮名ID',
  service comment 'service the contact is about: mercari, merpay, shops, … | サービス',
  started_at comment 'start | 開始日時',
  ended_at comment 'end | 終了日時',
  entry comment 'guide, bot, search | 入口',
  article_ids comment 'help articles read or sent | ヘルプ記事ID一覧',
  feedback comment 'helpful, not_helpful | 評価',
  handed_over comment 'whether the bot handed over to a person | 有人引き継ぎ',
  arrival_date comment 'day the row arrived (dt of the drop) | 到着日（dt）',
  week_start_date comment 'Monday of the ISO week of the arrival | 到着した週の開始日（月曜）'
) comment 'Help sessions as they arrived, without texts | 到着したヘルプセッション（検索語なし）' as
select
  session_id,
  user_id,
  service,
  started_at,
  ended_at,
  entry,
  article_ids,
  feedback,
  handed_over,
  arrival_date,
  cast(date_trunc('week', cast(arrival_date as timestamp)) as date) as week_start_date
from landed_help_sessions
where
  arrival_date between cast(date_trunc('week', cast(:changed_from as timestamp)) as date) and :run_date
