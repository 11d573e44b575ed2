-- place: internal
-- grain: one row per release (incident, policy, …) and metric with enough weeks to compare
-- Whole weeks, so that every weekday is on both sides alike: up to four before and three after, at
-- least two and one, of days whose figures are final. What only one of the two sides may feel ends
-- them where at least that much is left: another release on the same platform when the other
-- platforms are the control, any when other services are, else one of the same service. Topics are those of one model that saw both sides: the first
-- fitted after the last day.
create or replace temporary view release_windows (
  release_id comment 'release or incident id | リリース・障害ID',
  kind comment 'release, incident, announcement, campaign, policy | 種別',
  title comment 'title | タイトル',
  service comment 'service it touches; null for all | 対象サービス',
  platform comment 'platform it touches; null for all | 対象プラットフォーム',
  started_date comment 'day it started, Japan time | 開始日',
  metric_id comment 'metric, see definitions | 指標ID',
  control comment 'what it is compared with: platforms, services, topics | 比較対象',
  first_date comment 'first day compared | 比較の最初の日',
  last_date comment 'last day compared | 比較の最後の日',
  weeks_before comment 'weeks compared before it | 開始前の比較週数',
  weeks_after comment 'weeks compared after it | 開始後の比較週数',
  model_date comment 'night on which the model was fitted whose topics are compared; null = none yet | モデルの学習日'
) comment 'What is compared for a release | リリースごとの比較期間' as
with spans as (
  select
    min(created_date) as first_date,
    max(case when is_rate_mature then cast(week_start_date + interval 6 day as date) end)
      as last_rate_date,
    count(distinct service) as services
  from driver_contacts
),
known as (
  select
    r.release_id, r.kind, r.title, r.service, r.platform,
    cast(r.started_at as date) as started_date,
    case
      when r.platform is not null then 'platforms'
      when r.service is not null and s.services > 1 then 'services'
      else 'topics'
    end as control
  from releases as r
  cross join spans as s
),
neighbours as (
  select
    r.release_id,
    max(case when o.started_date < r.started_date then o.started_date end) as previous_date,
    min(case when o.started_date > r.started_date then o.started_date end) as next_date
  from known as r
  join known as o
    on case r.control
      when 'services' then true
      when 'platforms'
        then coalesce(o.platform = r.platform, false)
          and coalesce(o.service = r.service, true)
      else coalesce(o.service = r.service, true)
    end
  group by r.release_id
),
models as (
  select distinct model_date from topic_models where model_date <= :run_date
),
windows as (
  select
    r.*,
    m.metric_id,
    cast(least(4, floor(datediff(r.started_date, s.first_date) / 7),
      greatest(2, coalesce(floor(datediff(r.started_date, n.previous_date) / 7), 4))) as int)
      as weeks_before,
    cast(least(3,
      floor((datediff(
        case m.metric_id when 'contacts' then l.last_date
          else least(l.last_date, s.last_rate_date) end, r.started_date) + 1) / 7),
      greatest(1, coalesce(floor(datediff(n.next_date, r.started_date) / 7), 3))) as int)
      as weeks_after
  from known as r
  join neighbours as n on n.release_id = r.release_id
  cross join spans as s
  -- Before a model is fitted on the last days, it finds fewer topics for them than for those before.
  cross join (
    select coalesce(max(model_date), cast(:run_date as date)) as last_date from models) as l
  cross join (
    values ('contacts'), ('durable_resolution_rate'), ('reopen_rate')) as m (metric_id)
)
select
  w.release_id,
  w.kind,
  w.title,
  w.service,
  w.platform,
  w.started_date,
  w.metric_id,
  w.control,
  cast(w.started_date - w.weeks_before * interval 7 day as date) as first_date,
  cast(w.started_date + w.weeks_after * interval 7 day - interval 1 day as date) as last_date,
  w.weeks_before,
  w.weeks_after,
  min(m.model_date) as model_date
from windows as w
left join models as m
  on m.model_date >= cast(w.started_date + w.weeks_after * interval 7 day - interval 1 day as date)
where w.weeks_before >= 2 and w.weeks_after >= 1
group by w.release_id, w.kind, w.title, w.service, w.platform, w.started_date, w.metric_id,
  w.control, w.weeks_before, w.weeks_after
