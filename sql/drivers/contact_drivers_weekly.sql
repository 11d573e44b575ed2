-- place: shared
-- grain: one row per week, service (and 'all') and topic with contacts in the week or the week before; topics of few users as one
-- question: What made people contact us this week, and how much of it do the top ten explain?
-- question: Which topics grew against last week, the four weeks before and last year?
-- Topic 'withheld' sums what withheld_cells_weekly says, so that the rows of a service add up to it. A figure of an
-- earlier week is null where that week shows none for the topic.
create or replace temporary view contact_drivers_weekly (
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）',
  iso_week comment 'ISO week, such as 2026-W40 | ISO週',
  service comment 'service the contact is about; withheld for small ones together | サービス（withheld は秘匿分の合算）',
  topic_id comment 'topic; unassigned is a topic; withheld for small ones together | トピックID（unassigned を含む。withheld は秘匿分の合算）',
  label comment 'short Japanese name made of the topic''s own terms | トピックの名称',
  contacts comment 'contacts opened in the period | 問い合わせ件数',
  share comment 'share of the contacts of the service and period | 構成比',
  cumulative_share comment 'share of this and all higher ranks together | 累積構成比',
  rank comment 'rank, 1 is first | 順位',
  contacts_per_1000 comment 'contacts per 1000 of exposure (active users of the days, summed) | 母数千件あたりの問い合わせ件数',
  handle_hours_median comment 'median hours from opening to the last resolve, of those resolved | 解決までの時間（中央値）',
  durable_resolution_rate comment 'share resolved within the horizon without anything coming back; null until final | 再発なし解決率',
  contacts_previous_week comment 'contacts one week earlier; null before the data begin or where withheld | 前週の件数',
  contacts_mean_4_weeks comment 'mean of the four weeks before; null before the data begin or where withheld | 過去4週平均',
  contacts_previous_year comment 'contacts 52 weeks earlier; null before the data begin or where withheld | 前年同週の件数',
  change_from_previous_week comment 'contacts minus those of the week before | 前週からの増減',
  users comment 'distinct users | 利用者数',
  is_suppressed comment 'whether the row sums cells that are withheld for too few users | 秘匿分の合算か',
  is_mature comment 'whether the value can no longer change but by a restatement | 確定済みか'
) comment 'Pareto of contact drivers | 問い合わせ要因のパレート' as
with counts as (
  select
    week_start_date, service, segment as topic_id, contacts, users, resolved, handle_hours_median
  from shown_counts_weekly
  where dimension = 'topic'
),
withheld as (
  select week_start_date, service, segment as topic_id
  from withheld_cells_weekly
  where dimension = 'topic' and is_withheld
),
withheld_services as (
  select week_start_date, service from service_groups_weekly where shown_service <> service
),
-- Topics with no contact after one with some; those withheld now are in their service's row.
cells as (
  select week_start_date, service, topic_id from counts
  union
  select w.week_start_date, c.service, c.topic_id
  from counts as c
  join driver_weeks as w
    on w.week_start_date = cast(c.week_start_date + interval 7 day as date)
  left join withheld as h
    on h.week_start_date = w.week_start_date
    and h.service = c.service and h.topic_id = c.topic_id
  left join withheld_services as s
    on s.week_start_date = w.week_start_date and s.service = c.service
  where
    c.service <> 'withheld'
    and c.topic_id <> 'withheld'
    and h.topic_id is null
    and s.service is null
    and w.week_start_date in (select week_start_date from service_groups_weekly)
),
-- Weeks compared with: of no contacts, or of contacts that are withheld.
earlier as (
  select
    g.week_start_date,
    g.service,
    g.topic_id,
    back.days,
    coalesce(c.contacts, 0) as contacts,
    g.service = 'withheld'
      or g.topic_id = 'withheld'
      or h.topic_id is not null
      or s.service is not null
      or (w.week_start_date is not null and shown.week_start_date is null) as is_withheld
  from cells as g
  cross join (values (7), (14), (21), (28), (364)) as back (days)
  left join counts as c
    on c.week_start_date = cast(g.week_start_date - back.days * interval 1 day as date)
    and c.service = g.service and c.topic_id = g.topic_id
  left join withheld as h
    on h.week_start_date = cast(g.week_start_date - back.days * interval 1 day as date)
    and h.service = g.service and h.topic_id = g.topic_id
  left join withheld_services as s
    on s.week_start_date = cast(g.week_start_date - back.days * interval 1 day as date)
    and s.service = g.service
  left join driver_weeks as w
    on w.week_start_date = cast(g.week_start_date - back.days * interval 1 day as date)
  left join (select distinct week_start_date from service_groups_weekly) as shown
    on shown.week_start_date = w.week_start_date
),
comparisons as (
  select
    week_start_date,
    service,
    topic_id,
    max(case when days = 7 and not is_withheld then contacts end) as previous_week,
    case when count(case when days <= 28 and is_withheld then 1 end) = 0
      then sum(case when days <= 28 then contacts end) / 4.0e0 end as mean_4_weeks,
    max(case when days = 364 and not is_withheld then contacts end) as previous_year
  from earlier
  group by week_start_date, service, topic_id
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
      then g.previous_week end as contacts_previous_week,
    case when w.first_week_date <= cast(g.week_start_date - interval 28 day as date)
      then g.mean_4_weeks end as contacts_mean_4_weeks,
    case when w.first_week_date <= cast(g.week_start_date - interval 364 day as date)
      then g.previous_year end as contacts_previous_year,
    w.is_count_mature
  from comparisons as g
  join driver_weeks as w on w.week_start_date = g.week_start_date
  left join counts as c
    on c.week_start_date = g.week_start_date and c.service = g.service and c.topic_id = g.topic_id
),
ranked as (
  select
    *,
    cast(row_number() over (
      partition by week_start_date, service order by contacts desc, topic_id) as int) as rank,
    sum(contacts) over (partition by week_start_date, service) as contacts_of_service
  from compared
)
select
  r.week_start_date,
  r.iso_week,
  r.service,
  r.topic_id,
  case when r.topic_id = 'withheld' then 'その他（少数）' else coalesce(l.label, r.topic_id) end as label,
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
  r.topic_id = 'withheld' or r.service = 'withheld' as is_suppressed,
  r.is_count_mature as is_mature
from ranked as r
left join topic_labels_weekly as l
  on l.week_start_date = r.week_start_date and l.topic_id = r.topic_id
left join exposures_weekly as e
  on e.week_start_date = r.week_start_date and e.service = r.service
