-- place: restricted
-- grain: one row per week, dimension (service, topic, channel), service (and 'all') and segment with contacts
-- partitioned by: week_start_date
-- question: How many contacts has a topic that is too small to be shown?
-- Counted once for all weekly tables of contacts, small cells too. Of dimension service, the segments are the services
-- and service is all.
create or replace temporary view contact_counts_weekly (
  dimension comment 'what the segments are: service, topic, channel | 分解の軸',
  service comment 'service the contact is about; withheld for small ones together | サービス（withheld は秘匿分の合算）',
  segment comment 'value of the dimension | 軸の値',
  contacts comment 'contacts opened in the period | 問い合わせ件数',
  users comment 'distinct users | 利用者数',
  resolved comment 'durably resolved contacts | 再燃なく解決した件数',
  handled comment 'contacts with a full resolution | 解決まで至った件数',
  hours comment 'sum of the hours from opening to the last resolve within the horizon | 最終解決までの時間の合計',
  handle_hours_median comment 'median hours from opening to the last resolve, of those resolved | 解決までの時間（中央値）',
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）'
) comment 'Counted contacts by week and segment | 週と区分ごとの問い合わせ数' as
select
  dimension,
  service,
  segment,
  count(*) as contacts,
  count(distinct user_id) as users,
  count(case when is_durably_resolved then 1 end) as resolved,
  count(handle_hours) as handled,
  -- A sum of decimals does not depend on the order of the rows.
  cast(sum(cast(handle_hours as decimal(18, 9))) as double) as hours,
  median(handle_hours) as handle_hours_median,
  week_start_date
from contact_cells
where week_start_date in (select week_start_date from counted_weeks where is_touched)
group by week_start_date, dimension, service, segment
