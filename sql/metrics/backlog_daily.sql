-- place: shared
-- grain: one row per day, cell (service × office × topic; all = total) and age bucket (all = total, with the day's moves)
-- partitioned by: week_start_date
-- question: How many contacts are waiting tonight, how old are they, and where?
-- question: Did the backlog grow because more came in, or because less was resolved?
-- Open inquiries at the end of each day by age since creation in whole days. On the rows of age bucket all:
-- open_contacts = opened_before + created + reopened − resolved − excluded. As known by the run: rows that arrive
-- late change the days from when they happened on, see touched_weeks.
create or replace temporary view backlog_daily (
  backlog_date comment 'day, Japan time | 日付（日本時間）',
  service comment 'service the contact is about: mercari, merpay, shops, … | サービス',
  office comment 'office or partner | 拠点',
  topic_id comment 'topic; unassigned is a topic | トピックID（unassigned を含む）',
  age_bucket comment 'age at the end of the day: 0-1d, 1-3d, 3-7d, 7-14d, 14d+ (days since creation, upper end excluded) or all | 経過日数の区分（all は合計）',
  open_contacts comment 'contacts open at the end of the day | 当日末の未対応件数',
  opened_before comment 'contacts open at the end of the day before; on all only | 前日末の未対応件数（all のみ）',
  created comment 'contacts opened on the day, later excluded ones included; on all only | 当日の新規件数（all のみ）',
  reopened comment 'contacts reopened on the day by anyone; on all only | 当日の再開件数（all のみ）',
  resolved comment 'open contacts resolved on the day; on all only | 当日の解決件数（all のみ）',
  excluded comment 'open contacts merged or marked as spam or test on the day; on all only | 当日の統合・迷惑・テストによる除外件数（all のみ）',
  users comment 'distinct users of these contacts, on all also of those closed on the day; null in a suppressed cell | 利用者数（秘匿時は空）',
  is_suppressed comment 'too few distinct users: the values are withheld | 少人数のため秘匿したか',
  definition_version comment 'version of the definition | 定義の版',
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）'
) comment 'open contacts by day and age | 日次の未対応残' as
select
  backlog_date,
  service,
  office,
  topic_id,
  age_bucket,
  case when users >= :minimum_users then open_contacts end as open_contacts,
  case when users >= :minimum_users then opened_before end as opened_before,
  case when users >= :minimum_users then created end as created,
  case when users >= :minimum_users then reopened end as reopened,
  case when users >= :minimum_users then resolved end as resolved,
  case when users >= :minimum_users then excluded end as excluded,
  case when users >= :minimum_users then users end as users,
  users < :minimum_users as is_suppressed,
  1 as definition_version,
  cast(date_trunc('week', cast(backlog_date as timestamp)) as date) as week_start_date
from backlog_cells
