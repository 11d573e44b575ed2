-- place: shared
-- grain: one row per release (incident, policy, …), topic and metric with enough contacts
-- question: What did the last release make worse, against what it did not touch?
-- Two whole weeks before against two after (one while only one is over). Control: the same topic on
-- the other platforms when the release names a platform; else all contacts of the other services;
-- where there is none, the other topics of the service.
--   contacts: ratio of ratios, with 1/2 added to each count; the log's variance is the sum of
--     dispersion / count, the dispersion that of the daily counts before, at least 1.
--   durable_resolution_rate: difference of differences of mature weeks, binomial variance.
-- A verdict needs q <= the false discovery rate (Benjamini and Hochberg over the topics of a release).
create or replace temporary view release_impacts (
  release_id comment 'release or incident id | リリース・障害ID',
  kind comment 'release, incident, announcement, campaign, policy | 種別',
  title comment 'title | タイトル',
  started_date comment 'day it started, Japan time | 開始日',
  metric_id comment 'metric, see definitions | 指標ID',
  topic_id comment 'topic; unassigned is a topic | トピックID（unassigned を含む）',
  label comment 'short Japanese name made of the topic''s own terms | トピックの名称',
  control comment 'what it is compared with: platforms, services, topics | 比較対象',
  days comment 'days compared on either side | 比較日数',
  contacts_before comment 'touched contacts before | 対象の開始前件数',
  contacts_after comment 'touched contacts after | 対象の開始後件数',
  control_before comment 'contacts of the control before | 比較対象の開始前件数',
  control_after comment 'contacts of the control after | 比較対象の開始後件数',
  value_before comment 'the metric before | 開始前の値',
  value_after comment 'the metric after | 開始後の値',
  effect comment 'contacts: ratio of ratios, 1 is none; rates: difference of differences, 0 is none | 効果',
  effect_low comment 'lower end of the 95 % interval of the effect | 効果の95%区間の下限',
  effect_high comment 'upper end of the 95 % interval of the effect | 効果の95%区間の上限',
  p_value comment 'chance of such an effect or a larger one if there were none | p値',
  q_value comment 'false discovery rate at which it would just be found | q値',
  tests comment 'number of tests of the family | 検定の数',
  verdict comment 'worse, better, no evidence | 判定'
) comment 'What releases and incidents did to topics | リリース・障害の影響' as
with platforms as (
  select inquiry_id, max_by(platform, arrival_date) as platform
  from landed_inquiries
  group by inquiry_id
),
contacts as (
  select c.*, p.platform
  from driver_contacts as c
  left join platforms as p on p.inquiry_id = c.inquiry_id
),
spans as (
  select
    min(created_date) as first_date,
    cast(:run_date as date) as last_count_date,
    max(case when is_rate_mature then cast(week_start_date + interval 6 day as date) end)
      as last_rate_date,
    count(distinct service) as services
  from driver_contacts
),
windows as (
  select
    r.release_id,
    r.kind,
    r.title,
    r.service,
    r.platform,
    cast(r.started_at as date) as started_date,
    m.metric_id,
    case
      when r.platform is not null then 'platforms'
      when r.service is not null and s.services > 1 then 'services'
      else 'topics'
    end as control,
    7 * least(2,
      floor((datediff(
        case m.metric_id when 'contacts' then s.last_count_date else s.last_rate_date end,
        cast(r.started_at as date)) + 1) / 7),
      floor(datediff(cast(r.started_at as date), s.first_date) / 7)) as days
  from releases as r
  cross join spans as s
  cross join (values ('contacts'), ('durable_resolution_rate')) as m (metric_id)
),
-- Every contact of a window, as touched by the release or not.
seen as (
  select
    w.release_id,
    w.metric_id,
    w.control,
    w.days,
    c.topic_id,
    c.created_date,
    c.created_date >= w.started_date as is_after,
    case when c.is_durably_resolved then 1 else 0 end as resolved,
    (w.service is null or c.service = w.service) as is_service,
    case when w.platform is null then true else coalesce(c.platform = w.platform, false) end
      as is_platform
  from windows as w
  join contacts as c
    on c.created_date >= date_sub(w.started_date, cast(w.days as int))
    and c.created_date < date_add(w.started_date, cast(w.days as int))
  where w.days >= 7
),
daily as (
  select
    release_id, metric_id, control, days, topic_id, created_date, is_after,
    count(case when is_service and is_platform then 1 end) as touched,
    sum(case when is_service and is_platform then resolved else 0 end) as touched_resolved,
    count(case when is_service and not is_platform then 1 end) as elsewhere,
    sum(case when is_service and not is_platform then resolved else 0 end) as elsewhere_resolved,
    count(case when not is_service then 1 end) as outside,
    sum(case when not is_service then resolved else 0 end) as outside_resolved
  from seen
  group by release_id, metric_id, control, days, topic_id, created_date, is_after
),
period_totals as (
  select release_id, metric_id, is_after,
    sum(touched) as touched, sum(touched_resolved) as touched_resolved,
    sum(outside) as outside, sum(outside_resolved) as outside_resolved
  from daily
  group by release_id, metric_id, is_after
),
topics_of_release as (
  select release_id, metric_id, control, days, topic_id, is_after,
    sum(touched) as touched, sum(touched_resolved) as touched_resolved,
    sum(touched * touched) as touched_squares,
    sum(elsewhere) as elsewhere, sum(elsewhere_resolved) as elsewhere_resolved
  from daily
  group by release_id, metric_id, control, days, topic_id, is_after
),
sides as (
  select
    t.*,
    case t.control when 'platforms' then t.elsewhere when 'services' then p.outside
      else p.touched - t.touched end as compared,
    case t.control when 'platforms' then t.elsewhere_resolved
      when 'services' then p.outside_resolved
      else p.touched_resolved - t.touched_resolved end as compared_resolved
  from topics_of_release as t
  join period_totals as p
    on p.release_id = t.release_id and p.metric_id = t.metric_id and p.is_after = t.is_after
),
-- Before and after of a topic side by side; a topic silent on one side has no row there.
wide as (
  select
    release_id, metric_id, control, days, topic_id,
    sum(case when is_after then 0 else touched end) as a0,
    sum(case when is_after then touched else 0 end) as a1,
    sum(case when is_after then 0 else compared end) as c0,
    sum(case when is_after then compared else 0 end) as c1,
    sum(case when is_after then 0 else touched_resolved end) as ar0,
    sum(case when is_after then touched_resolved else 0 end) as ar1,
    sum(case when is_after then 0 else compared_resolved end) as cr0,
    sum(case when is_after then compared_resolved else 0 end) as cr1,
    sum(case when is_after then 0 else touched_squares end) as squares,
    count(*) as sides
  from sides
  group by release_id, metric_id, control, days, topic_id
),
enough as (
  select
    *,
    greatest(1.0e0, (squares - a0 * a0 / cast(days as double)) / (days - 1)
      / nullif(a0 / cast(days as double), 0)) as dispersion,
    ar0 / cast(nullif(a0, 0) as double) as r0,
    ar1 / cast(nullif(a1, 0) as double) as r1,
    cr0 / cast(nullif(c0, 0) as double) as s0,
    cr1 / cast(nullif(c1, 0) as double) as s1
  from wide
  where c0 >= 20 and c1 >= 20
    and case metric_id when 'contacts' then a0 + a1 >= 20 and sides = 2
      else a0 >= 20 and a1 >= 20 end
),
effects as (
  select
    *,
    case metric_id
      when 'contacts' then ln((a1 + 0.5e0) / (a0 + 0.5e0)) - ln((c1 + 0.5e0) / (c0 + 0.5e0))
      else r1 - r0 - (s1 - s0)
    end as estimate,
    case metric_id
      when 'contacts' then sqrt(
        coalesce(dispersion, 1.0e0)
          * (1 / (a1 + 0.5e0) + 1 / (a0 + 0.5e0) + 1 / (c1 + 0.5e0) + 1 / (c0 + 0.5e0)))
      -- Wilson's centre in place of the rate, so that a rate of 1 still has a variance.
      else sqrt(
        (ar0 + 2.0e0) * (a0 - ar0 + 2.0e0) / ((a0 + 4.0e0) * (a0 + 4.0e0)) / a0
        + (ar1 + 2.0e0) * (a1 - ar1 + 2.0e0) / ((a1 + 4.0e0) * (a1 + 4.0e0)) / a1
        + (cr0 + 2.0e0) * (c0 - cr0 + 2.0e0) / ((c0 + 4.0e0) * (c0 + 4.0e0)) / c0
        + (cr1 + 2.0e0) * (c1 - cr1 + 2.0e0) / ((c1 + 4.0e0) * (c1 + 4.0e0)) / c1)
    end as standard_error
  from enough
),
tested as (
  select *, least(1.0e0, 2 * normal_upper_tail(abs(estimate) / standard_error)) as p_value
  from effects
),
ranked as (
  select
    *,
    count(*) over (partition by release_id, metric_id) as tests,
    count(*) over (partition by release_id, metric_id) * p_value
      / row_number() over (partition by release_id, metric_id order by p_value, topic_id) as scaled
  from tested
),
judged as (
  select
    *,
    least(1.0e0, min(scaled) over (
      partition by release_id, metric_id order by p_value desc, topic_id desc
      rows between unbounded preceding and current row)) as q_value
  from ranked
),
names as (
  select topic_id, max_by(label, week_start_date) as label from topic_labels_weekly group by topic_id
)
select
  j.release_id,
  w.kind,
  w.title,
  w.started_date,
  j.metric_id,
  j.topic_id,
  coalesce(n.label, j.topic_id) as label,
  j.control,
  cast(j.days as int) as days,
  j.a0 as contacts_before,
  j.a1 as contacts_after,
  j.c0 as control_before,
  j.c1 as control_after,
  case j.metric_id when 'contacts' then cast(j.a0 as double) else j.r0 end as value_before,
  case j.metric_id when 'contacts' then cast(j.a1 as double) else j.r1 end as value_after,
  case j.metric_id when 'contacts' then exp(estimate) else estimate end as effect,
  case j.metric_id when 'contacts' then exp(estimate - 1.959963984540054e0 * standard_error)
    else estimate - 1.959963984540054e0 * standard_error end as effect_low,
  case j.metric_id when 'contacts' then exp(estimate + 1.959963984540054e0 * standard_error)
    else estimate + 1.959963984540054e0 * standard_error end as effect_high,
  j.p_value,
  j.q_value,
  j.tests,
  case
    when j.q_value > :false_discovery_rate then 'no evidence'
    when (j.metric_id = 'contacts') = (j.estimate > 0) then 'worse'
    else 'better'
  end as verdict
from judged as j
join windows as w on w.release_id = j.release_id and w.metric_id = j.metric_id
left join names as n on n.topic_id = j.topic_id
