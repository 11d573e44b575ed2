-- place: restricted
-- grain: one row per week, dimension (service, topic, channel), service (and 'all') and segment shown in both the week and the week before
-- partitioned by: week_start_date
-- question: Which contacts of two weeks are compared, with what is withheld in either of them in one row?
-- A cell withheld in either week is in the segment 'withheld' of its service in both, and a service withheld in either
-- week in the service 'withheld'. So all figures are sums of those of shown_counts_weekly and tell no more than these.
create or replace temporary view shown_changes_weekly (
  week_before comment 'Monday of the week before | 前週の開始日',
  dimension comment 'what the segments are: service, topic, channel | 分解の軸',
  service comment 'service the contact is about; withheld for small ones together | サービス（withheld は秘匿分の合算）',
  segment comment 'value of the dimension; withheld for small ones together | 軸の値（withheld は秘匿分の合算）',
  contacts_before comment 'contacts of the week before | 前週の件数',
  contacts_after comment 'contacts of the week | 当週の件数',
  resolved_before comment 'durably resolved contacts of the week before | 前週の再燃なく解決した件数',
  resolved_after comment 'durably resolved contacts of the week | 当週の再燃なく解決した件数',
  users comment 'distinct users, of the week with more of them | 利用者数（多い週）',
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）'
) comment 'Two weeks beside each other without small cells | 少数の区分を合算した前週比較' as
with weeks as (
  select distinct week_start_date from service_groups_weekly
),
pairs as (
  select a.week_start_date, b.week_start_date as week_before, side.is_after,
    case when side.is_after then a.week_start_date else b.week_start_date end as counted_week
  from weeks as a
  join counted_weeks as week on week.week_start_date = a.week_start_date and week.is_compared
  join weeks as b on b.week_start_date = cast(a.week_start_date - interval 7 day as date)
  cross join (values (false), (true)) as side (is_after)
),
withheld_services as (
  select distinct p.week_start_date, g.service
  from pairs as p
  join service_groups_weekly as g on g.week_start_date = p.counted_week
  where g.shown_service <> g.service
),
cells as (
  select
    p.week_start_date,
    p.week_before,
    p.is_after,
    p.counted_week,
    c.dimension,
    c.service,
    c.segment,
    c.contacts,
    c.resolved,
    c.users,
    case when g.service is not null and c.dimension <> 'service' then 'withheld' else c.service end
      as shown_service,
    case when g.service is not null and c.dimension = 'service' then 'withheld' else c.segment end
      as segment_of_pair,
    coalesce(w.is_withheld, false) as is_withheld
  from pairs as p
  join contact_counts_weekly as c on c.week_start_date = p.counted_week
  left join withheld_services as g
    on g.week_start_date = p.week_start_date
    and g.service = case when c.dimension = 'service' then c.segment else c.service end
  left join withheld_cells_weekly as w
    on w.week_start_date = c.week_start_date and w.dimension = c.dimension
    and w.service = c.service and w.segment = c.segment
),
withheld as (
  select week_start_date, dimension, shown_service, segment_of_pair
  from cells
  where is_withheld
  group by week_start_date, dimension, shown_service, segment_of_pair
),
placed as (
  select
    c.*,
    case when w.segment_of_pair is not null then 'withheld' else c.segment_of_pair end
      as shown_segment
  from cells as c
  left join withheld as w
    on w.week_start_date = c.week_start_date and w.dimension = c.dimension
    and w.shown_service = c.shown_service and w.segment_of_pair = c.segment_of_pair
),
sums as (
  select
    week_start_date, week_before, is_after, dimension, shown_service, shown_segment,
    sum(contacts) as contacts,
    sum(resolved) as resolved,
    max(users) as most_users,
    count(*) as cells
  from placed
  group by week_start_date, week_before, is_after, dimension, shown_service, shown_segment
),
-- Users of several cells together are counted anew.
users_together as (
  select
    cell.week_start_date, cell.is_after, cell.dimension, cell.shown_service, cell.shown_segment,
    count(distinct contact.user_id) as users
  from placed as cell
  join sums
    on sums.week_start_date = cell.week_start_date and sums.is_after = cell.is_after
    and sums.dimension = cell.dimension and sums.shown_service = cell.shown_service
    and sums.shown_segment = cell.shown_segment and sums.cells > 1
  join contact_cells as contact
    on contact.week_start_date = cell.counted_week and contact.dimension = cell.dimension
    and contact.service = cell.service and contact.segment = cell.segment
  group by
    cell.week_start_date, cell.is_after, cell.dimension, cell.shown_service, cell.shown_segment
)
select
  s.week_before,
  s.dimension,
  s.shown_service as service,
  s.shown_segment as segment,
  cast(sum(case when s.is_after then 0 else s.contacts end) as bigint) as contacts_before,
  cast(sum(case when s.is_after then s.contacts else 0 end) as bigint) as contacts_after,
  cast(sum(case when s.is_after then 0 else s.resolved end) as bigint) as resolved_before,
  cast(sum(case when s.is_after then s.resolved else 0 end) as bigint) as resolved_after,
  max(coalesce(u.users, s.most_users)) as users,
  s.week_start_date
from sums as s
left join users_together as u
  on u.week_start_date = s.week_start_date and u.is_after = s.is_after
  and u.dimension = s.dimension and u.shown_service = s.shown_service
  and u.shown_segment = s.shown_segment
group by s.week_start_date, s.week_before, s.dimension, s.shown_service, s.shown_segment
