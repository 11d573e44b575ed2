-- place: shared
-- grain: one row per metric, day and cell (service × channel × topic × office; all = total)
-- partitioned by: week_start_date
-- question: How many contacts were there each day, by service?
-- question: How high was the durable resolution rate, and is it final?
create or replace temporary view metrics_daily (
  metric_id comment 'metric, see definitions | 指標ID',
  metric_date comment 'day of the cohort, Japan time | 対象日（日本時間）',
  service comment 'service the contact is about: mercari, merpay, shops, … | サービス',
  channel comment 'way of contact: form, email, chat, phone, bot | 問い合わせ経路',
  topic_id comment 'topic; unassigned is a topic | トピックID（unassigned を含む）',
  office comment 'office or partner | 拠点',
  numerator comment 'what is counted | 分子',
  denominator comment 'out of how many; null for plain counts | 分母（件数の指標は空）',
  value comment 'the metric: count, rate from 0 to 1, or hours; an estimate or null while not mature | 値（未確定の間は推定値または空）',
  ci_low comment 'lower end of the 95 % interval | 95%信頼区間の下限',
  ci_high comment 'upper end of the 95 % interval | 95%信頼区間の上限',
  is_mature comment 'whether the value is final but for restatements | 確定値か',
  value_low comment 'value if nothing unfinished turns out well | 未確定分がすべて不成立の場合の値',
  value_high comment 'value if everything unfinished turns out well | 未確定分がすべて成立の場合の値',
  follow_up_hours comment 'age up to which the cohort has been followed for the estimate | 推定に使えた経過時間（時）',
  users comment 'distinct users; null in a suppressed cell | 利用者数（秘匿時は空）',
  is_suppressed comment 'too few distinct users: the values are withheld | 少人数のため秘匿したか',
  definition_version comment 'version of the definition | 定義の版',
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）'
) comment 'metrics by day | 日次指標' as
select
  metric_id,
  period_start_date as metric_date,
  service,
  channel,
  topic_id,
  office,
  case when not is_suppressed then numerator end as numerator,
  case when not is_suppressed then denominator end as denominator,
  case when not is_suppressed then value end as value,
  case when not is_suppressed then ci_low end as ci_low,
  case when not is_suppressed then ci_high end as ci_high,
  is_mature,
  case when not is_suppressed then value_low end as value_low,
  case when not is_suppressed then value_high end as value_high,
  case when not is_suppressed then follow_up_hours end as follow_up_hours,
  case when not is_suppressed then users end as users,
  is_suppressed,
  definition_version,
  cast(date_trunc('week', cast(period_start_date as timestamp)) as date) as week_start_date
from metric_cells
where period = 'day'
