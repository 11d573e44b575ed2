-- place: shared
-- grain: one row per cohort week, cell (service × topic; all = total) and age in hours (1, 4, 8, 24, 48, 72, 168, 336)
-- partitioned by: week_start_date
-- question: How many contacts are durably resolved after 4, 24 and 72 hours, and in which topics does it take longest?
-- question: Is this week's cohort resolved faster than last week's was at the same age?
-- Time runs from creation to the durable resolve: one after which no customer reopen and no repeat contact came
-- within :stability_hours. Looked at as of the cut-off less these hours; unresolved contacts are censored there.
-- Product-limit estimate and interval as in resolution_estimates. A week is final once its last contact has been
-- followed to the last age: until then it is computed every night.
create or replace temporary view resolution_curves (
  iso_week comment 'ISO week of creation such as 2026-W40 | 問い合わせのISO週（2026-W40）',
  service comment 'service the contact is about: mercari, merpay, shops, … | サービス',
  topic_id comment 'topic; unassigned is a topic | トピックID（unassigned を含む）',
  age_hours comment 'hours since creation | 問い合わせからの経過時間（時）',
  contacts comment 'contacts of the cohort; at_risk + resolved + censored | 対象の問い合わせ件数',
  at_risk comment 'followed to this age and not durably resolved by it | この時点まで追跡し未解決の件数',
  resolved comment 'durably resolved by this age | この時点までに再燃なく解決した件数',
  censored comment 'not followed to this age, and not resolved before | この時点まで追跡できていない件数',
  estimate comment 'Kaplan–Meier estimate of the share durably resolved by this age; null = nobody followed so far | 解決率のカプラン・マイヤー推定値',
  estimate_low comment 'lower end of the 95 % interval | 95%信頼区間の下限',
  estimate_high comment 'upper end of the 95 % interval | 95%信頼区間の上限',
  is_followed comment 'whether any contact has been followed to this age, or all were resolved before | この時点まで追跡できた問い合わせがあるか',
  is_mature comment 'whether every contact has been followed to this age: final but for restatements | 確定値か',
  users comment 'distinct users; null in a suppressed cell | 利用者数（秘匿時は空）',
  is_suppressed comment 'too few distinct users: the values are withheld | 少人数のため秘匿したか',
  definition_version comment 'version of the definition | 定義の版',
  week_start_date comment 'Monday of the ISO week of creation, Japan time | 問い合わせ週の開始日（月曜、日本時間）'
) comment 'durable resolution by age | 経過時間別の解決率曲線' as
with
followed as (
  select
    user_id,
    service,
    topic_id,
    week_start_date,
    hours_between(
      created_at, cast(:run_date as timestamp) + interval 1 day - :stability_hours * interval 1 hour
    ) as followed_hours,
    hours_between(created_at, durably_resolved_at) as resolved_hours
  from inquiry_states
  where
    is_counted
    and week_start_date in (select week_start_date from touched_weeks where subject = 'curves')
    and exists (select 1 from known_events)
),
times as (
  select
    week_start_date,
    case when by_service then service else 'all' end as service,
    case when by_topic then topic_id else 'all' end as topic_id,
    user_id,
    case when resolved_hours <= 336 then 1 else 0 end as is_event,
    case
      when resolved_hours <= 336 then resolved_hours
      else least(greatest(followed_hours, 0), cast(336 as double))
    end as hours
  from followed
  cross join (values (false, false), (true, false), (false, true), (true, true))
    as cells (by_service, by_topic)
),
leaving as (
  select
    week_start_date,
    service,
    topic_id,
    hours,
    cast(sum(is_event) as double) as events,
    cast(count(*) as double) as contacts
  from times
  group by week_start_date, service, topic_id, hours
),
at_risk as (
  select
    *,
    sum(contacts) over (
      partition by week_start_date, service, topic_id
      order by hours desc rows between unbounded preceding and current row
    ) as at_risk
  from leaving
),
curve as (
  select
    *,
    case
      when
        max(case when events = at_risk then 1 else 0 end) over (
          partition by week_start_date, service, topic_id
          order by hours rows between unbounded preceding and current row
        ) = 1
        then 0.0e0
      else exp(sum(case when events < at_risk then ln(1 - events / at_risk) else 0.0e0 end) over (
        partition by week_start_date, service, topic_id
        order by hours rows between unbounded preceding and current row
      ))
    end as open_share,
    sum(
      case when events < at_risk then events / (at_risk * (at_risk - events)) else 0.0e0 end
    ) over (
      partition by week_start_date, service, topic_id
      order by hours rows between unbounded preceding and current row
    ) as greenwood_sum
  from at_risk
),
-- By the last age that is not over: what leaves at an age is still followed to it.
ages as (
  select * from (values (1), (4), (8), (24), (48), (72), (168), (336)) as grid (age_hours)
),
cells as (
  select
    week_start_date,
    service,
    topic_id,
    ages.age_hours,
    sum(contacts) as contacts,
    coalesce(sum(events) filter (where hours <= ages.age_hours), 0) as resolved,
    coalesce(sum(contacts - events) filter (where hours < ages.age_hours), 0) as censored,
    coalesce(min(open_share) filter (where hours <= ages.age_hours), 1.0e0) as open_share,
    coalesce(min(open_share) filter (where hours <= ages.age_hours and open_share > 0), 1.0e0)
      as open_share_before,
    coalesce(max(greenwood_sum) filter (where hours <= ages.age_hours), 0.0e0) as greenwood_sum,
    min(at_risk) filter (where hours <= ages.age_hours) as smallest_at_risk
  from curve
  cross join ages
  group by week_start_date, service, topic_id, ages.age_hours
),
by_user as (
  select week_start_date, service, topic_id, user_id
  from times
  group by week_start_date, service, topic_id, user_id
),
cell_users as (
  select week_start_date, service, topic_id, count(*) as users
  from by_user
  group by week_start_date, service, topic_id
),
counted as (
  select
    cells.*,
    contacts - resolved - censored as at_risk,
    resolved = contacts or contacts - resolved - censored > 0 or open_share = 0 as is_followed,
    open_share * sqrt(greenwood_sum) as standard_error,
    case
      when open_share = 0 then smallest_at_risk / open_share_before
      else contacts - resolved - censored
    end as effective_size,
    cast(:run_date as timestamp) + interval 1 day
      >= cast(cells.week_start_date as timestamp) + interval 7 day
        + (age_hours + :stability_hours) * interval 1 hour as is_mature,
    cell_users.users,
    cell_users.users < :minimum_users or coalesce(withheld.is_withheld, false) as is_suppressed
  from cells
  join cell_users
    on cell_users.week_start_date = cells.week_start_date
    and cell_users.service = cells.service
    and cell_users.topic_id = cells.topic_id
  left join withheld_cells as withheld
    on withheld.period = 'week'
    and withheld.week_start_date = cells.week_start_date
    and withheld.dimension = case
      when cells.topic_id <> 'all' then 'topic'
      when cells.service <> 'all' then 'service'
      else 'all'
    end
    and withheld.service = case when cells.topic_id <> 'all' then cells.service else 'all' end
    and withheld.segment = case when cells.topic_id <> 'all' then cells.topic_id else cells.service end
),
shown as (
  select
    *,
    not is_suppressed and is_followed as is_estimated
  from counted
)
select
  concat(
    cast(extract(year from week_start_date + interval 3 day) as string),
    '-W',
    lpad(cast(extract(week from week_start_date) as string), 2, '0')
  ) as iso_week,
  service,
  topic_id,
  age_hours,
  case when not is_suppressed then cast(contacts as bigint) end as contacts,
  case when not is_suppressed then cast(at_risk as bigint) end as at_risk,
  case when not is_suppressed then cast(resolved as bigint) end as resolved,
  case when not is_suppressed then cast(censored as bigint) end as censored,
  case when is_estimated then 1 - open_share end as estimate,
  case
    when not is_estimated then null
    when standard_error > 0
      then greatest(0.0e0, 1 - open_share - 1.959963984540054 * standard_error)
    when open_share < 0.5 then effective_size / (effective_size + 3.8414588206941236)
    else 0.0e0
  end as estimate_low,
  case
    when not is_estimated then null
    when standard_error > 0
      then least(1.0e0, 1 - open_share + 1.959963984540054 * standard_error)
    when open_share < 0.5 then 1.0e0
    else 3.8414588206941236 / (effective_size + 3.8414588206941236)
  end as estimate_high,
  is_followed,
  is_mature,
  case when not is_suppressed then users end as users,
  is_suppressed,
  1 as definition_version,
  week_start_date
from shown
