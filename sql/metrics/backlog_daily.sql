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
  created comment 'contacts opened on the day, later excluded ones included; on all only; null, like the other moves, where the day''s contacts are withheld | 当日の新規件数（all のみ）',
  reopened comment 'contacts reopened on the day by anyone; on all only | 当日の再開件数（all のみ）',
  resolved comment 'open contacts resolved on the day; on all only | 当日の解決件数（all のみ）',
  excluded comment 'open contacts merged or marked as spam or test on the day, or open for longer than the backlog counts (340 days); on all only | 当日の統合・迷惑・テスト・期限切れ（340日）による除外件数（all のみ）',
  users comment 'distinct users of these contacts, on all also of those closed on the day; null in a suppressed cell | 利用者数（秘匿時は空）',
  is_suppressed comment 'too few distinct users: the values are withheld | 少人数のため秘匿したか',
  definition_version comment 'version of the definition | 定義の版',
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）'
) comment 'open contacts by day and age | 日次の未対応残' as
with
placed as (
  select
    *,
    cast(date_trunc('week', cast(backlog_date as timestamp)) as date) as week_start_date
  from backlog_cells
),
-- Where a day's contacts are withheld (see withheld_cells), the day's moves are: created says how many there were. How
-- many are open says that not. Of cells of an office and a topic, where the office or the topic is.
judged as (
  select
    placed.*,
    users < :minimum_users as is_suppressed,
    users >= :minimum_users
    and not coalesce(of_office.is_withheld, false)
    and not coalesce(of_topic.is_withheld, false)
    and not coalesce(of_service.is_withheld, false) as has_moves
  from placed
  left join withheld_cells as of_office
    on of_office.period = 'day'
    and of_office.week_start_date = placed.week_start_date
    and of_office.dimension = 'office'
    and of_office.service = placed.service
    and of_office.segment = case when placed.office <> 'all' then placed.office end
  left join withheld_cells as of_topic
    on of_topic.period = 'day'
    and of_topic.week_start_date = placed.week_start_date
    and of_topic.dimension = 'topic'
    and of_topic.service = placed.service
    and of_topic.segment = case when placed.topic_id <> 'all' then placed.topic_id end
  left join withheld_cells as of_service
    on of_service.period = 'day'
    and of_service.week_start_date = placed.week_start_date
    and of_service.dimension = case when placed.service = 'all' then 'all' else 'service' end
    and of_service.service = 'all'
    and of_service.segment
      = case when placed.office = 'all' and placed.topic_id = 'all' then placed.service end
)
select
  backlog_date,
  service,
  office,
  topic_id,
  age_bucket,
  case when not is_suppressed then open_contacts end as open_contacts,
  case when not is_suppressed then opened_before end as opened_before,
  case when has_moves then created end as created,
  case when has_moves then reopened end as reopened,
  case when has_moves then resolved end as resolved,
  case when has_moves then excluded end as excluded,
  case when not is_suppressed then users end as users,
  is_suppressed,
  1 as definition_version,
  week_start_date
from judged
