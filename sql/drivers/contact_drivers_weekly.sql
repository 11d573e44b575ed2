-- place: shared
-- grain: one row per week, service (and 'all') and topic with contacts in the week or the week before
-- question: What made people contact us this week, and how much of it do the top ten explain?
-- question: Which topics grew against last week, the four weeks before and last year?
create or replace temporary view contact_drivers_weekly (
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）',
  iso_week comment 'ISO week, such as 2026-W40 | ISO週',
  service comment 'service the contact is about: mercari, merpay, shops, … | サービス',
  topic_id comment 'topic; unassigned is a topic | トピックID（unassigned を含む）',
  label comment 'short Japanese name made of the topic''s own terms | トピックの名称',
  contacts comment 'contacts opened in the period | 問い合わせ件数',
  share comment 'share of the contacts of the service and period | 構成比',
  cumulative_share comment 'share of this and all higher ranks together | 累積構成比',
  rank comment 'rank, 1 is first | 順位',
  contacts_per_1000 comment 'contacts per 1000 of exposure (active users of the days, summed) | 母数千件あたりの問い合わせ件数',
  handle_hours_median comment 'median hours from opening to the last resolve, of those resolved | 解決までの時間（中央値）',
  durable_resolution_rate comment 'share resolved within the horizon without anything coming back; null until final | 再発なし解決率',
  contacts_previous_week comment 'contacts one week earlier; null before the data begin | 前週の件数',
  contacts_mean_4_weeks comment 'mean of the four weeks before; null before the data begin | 過去4週平均',
  contacts_previous_year comment 'contacts 52 weeks earlier; null before the data begin | 前年同週の件数',
  change_from_previous_week comment 'contacts minus those of the week before | 前週からの増減',
  users comment 'distinct users | 利用者数',
  is_suppressed comment 'whether fewer users than the minimum stand behind the cell | 秘匿対象か',
  is_mature comment 'whether the value can no longer change but by a restatement | 確定済みか'
) comment 'Pareto of contact drivers | 問い合わせ要因のパレート' as
with counts as (
  select
    week_start_date, service, segment as topic_id, contacts, users, resolved, handle_hours_median
  from contact_counts_weekly
  where dimension = 'topic'
),
cells as (
  select week_start_date, service, topic_id from counts
  union
  select w.week_start_date, c.service, c.topic_id
  from counts as c
  join driver_weeks as w
    on w.week_start_date = cast(c.week_start_date + interval 7 day as date)
),
months as (
  select g.week_start_date, g.service, g.topic_id, sum(c.contacts) / 4.0e0 as contacts_mean_4_weeks
  from cells as g
  join counts as c
    on c.service = g.service and c.topic_id = g.topic_id
    and c.week_start_date >= cast(g.week_start_date - interval 28 day as date)
    and c.week_start_date < g.week_start_date
  group by g.week_start_date, g.service, g.topic_id
),
compared as (
  select
    g.week_start_date,
    w.iso_week,
    g.service,
    g.topic_id,
    coalesce(c.contacts, 0) as contacts,
    coalesce(c.users, 0) as users,
    c.handle_hours_median,
    case when w.is_rate_mature then c.resolved / cast(c.contacts as double) end
      as durable_resolution_rate,
    case when w.first_week_date <= cast(g.week_start_date - interval 7 day as date)
      then coalesce(p.contacts, 0) end as contacts_previous_week,
    case when w.first_week_date <= cast(g.week_start_date - interval 28 day as date)
      then coalesce(m.contacts_mean_4_weeks, 0.0e0) end as contacts_mean_4_weeks,
    case when w.first_week_date <= cast(g.week_start_date - interval 364 day as date)
      then coalesce(y.contacts, 0) end as contacts_previous_year,
    w.is_count_mature
  from cells as g
  join driver_weeks as w on w.week_start_date = g.week_start_date
  left join counts as c
    on c.week_start_date = g.week_start_date and c.service = g.service and c.topic_id = g.topic_id
  left join counts as p
    on p.week_start_date = cast(g.week_start_date - interval 7 day as date)
    and p.service = g.service and p.topic_id = g.topic_id
  left join counts as y
    on y.week_start_date = cast(g.week_start_date - interval 364 day as date)
    and y.service = g.service and y.topic_id = g.topic_id
  left join months as m
    on m.week_start_date = g.week_start_date and m.service = g.service and m.topic_id = g.topic_id
),
ranked as (
  select
    *,
    row_number() over (
      partition by week_start_date, service order by contacts desc, topic_id) as rank,
    sum(contacts) over (partition by week_start_date, service) as contacts_of_service
  from compared
)
select
  r.week_start_date,
  r.iso_week,
  r.service,
  r.topic_id,
  coalesce(l.label, r.topic_id) as label,
  r.contacts,
  r.contacts / cast(nullif(r.contacts_of_service, 0) as double) as share,
  sum(r.contacts) over (
    partition by r.week_start_date, r.service order by r.rank
    rows between unbounded preceding and current row)
    / cast(nullif(r.contacts_of_service, 0) as double) as cumulative_share,
  r.rank,
  1000.0e0 * r.contacts / e.exposure as contacts_per_1000,
  r.handle_hours_median,
  r.durable_resolution_rate,
  r.contacts_previous_week,
  r.contacts_mean_4_weeks,
  r.contacts_previous_year,
  r.contacts - r.contacts_previous_week as change_from_previous_week,
  r.users,
  r.users < :minimum_users as is_suppressed,
  r.is_count_mature as is_mature
from ranked as r
left join topic_labels_weekly as l
  on l.week_start_date = r.week_start_date and l.topic_id = r.topic_id
left join exposures_weekly as e
  on e.week_start_date = r.week_start_date and e.service = r.service
