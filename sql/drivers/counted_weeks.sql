-- place: internal
-- grain: one row per ISO week whose contacts the run counts for the weekly tables of contacts
-- Weeks of which a contact may have changed (see touched_weeks) or that were never counted, the weeks after them, which
-- are compared with them, and the weeks before them, with which they are.
create or replace temporary view counted_weeks (
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）',
  is_touched comment 'its contacts are counted anew | 件数を再計算する',
  is_compared comment 'it is compared anew with the week before | 前週比較を再計算する'
) comment 'Weeks whose contacts are counted | 集計する週' as
with touched as (
  select week_start_date from touched_weeks where subject = 'contacts'
  union
  select week_start_date
  from driver_weeks
  where week_start_date not in (select week_start_date from contact_counts_weekly_before)
)
select
  cast(touched.week_start_date + beside.days * interval 1 day as date) as week_start_date,
  max(case when beside.days = 0 then 1 end) is not null as is_touched,
  max(beside.days) >= 0 as is_compared
from touched
cross join (values (-7), (0), (7)) as beside (days)
group by cast(touched.week_start_date + beside.days * interval 1 day as date)
