-- place: shared
-- grain: one row per release (incident, policy, …), topic and metric with enough contacts
-- question: What did the last release make worse, against what it did not touch?
-- Whole weeks before against whole weeks after, see release_windows. Control: the same topic on the
-- other platforms when the release names a platform, with 100 contacts that move as all topics there
-- do (as if a topic's growth there differed from all topics' by a fifth, its variance being 4 / 100:
-- its own may be few or none); else all contacts of the other services; where there is none, the other
-- topics of the service. Topic all has no control of the last kind.
--   contacts: ratio of ratios a week, with 1/2 added to each count; the log's variance is the sum of
--     dispersion / count. The dispersion is that of the weeks before, touched and control (Pearson's
--     chi-squared of their table / degrees of freedom), drawn towards that of all topics with
--     the weight of 9 degrees of freedom (to which none adds more than 3), and at least 1: a topic that
--     grows or swings without the release has wide intervals. A topic that is new has no contacts before, and is judged alike.
--   durable_resolution_rate, reopen_rate: difference of differences of mature weeks, binomial variance.
-- A verdict needs q <= the false discovery rate (Benjamini and Hochberg over the topics of a release
-- and metric; all is a family of its own), and an interval without no effect.
create or replace temporary view release_impacts (
  release_id comment 'release or incident id | リリース・障害ID',
  kind comment 'release, incident, announcement, campaign, policy | 種別',
  title comment 'title | タイトル',
  started_date comment 'day it started, Japan time | 開始日',
  metric_id comment 'metric, see definitions | 指標ID',
  topic_id comment 'topic, as the model that saw both sides has it; unassigned is a topic; all for all together | トピックID（unassigned・all を含む）',
  label comment 'short Japanese name made of the topic''s own terms | トピックの名称',
  control comment 'what it is compared with: platforms, services, topics | 比較対象',
  days_before comment 'days compared before it | 開始前の比較日数',
  days comment 'days compared after it | 開始後の比較日数',
  contacts_before comment 'touched contacts before | 対象の開始前件数',
  contacts_after comment 'touched contacts after | 対象の開始後件数',
  control_before comment 'contacts (reopen_rate: resolves) of the control before | 比較対象の開始前件数',
  control_after comment 'contacts (reopen_rate: resolves) of the control after | 比較対象の開始後件数',
  value_before comment 'the metric before; contacts a week | 開始前の値（件数は週あたり）',
  value_after comment 'the metric after; contacts a week | 開始後の値（件数は週あたり）',
  effect comment 'contacts: ratio of ratios, 1 is none; rates: difference of differences, 0 is none | 効果',
  effect_low comment 'lower end of the 95 % interval of the effect | 効果の95%区間の下限',
  effect_high comment 'upper end of the 95 % interval of the effect | 効果の95%区間の上限',
  p_value comment 'chance of such an effect or a larger one if there were none | p値',
  q_value comment 'false discovery rate at which it would just be found | q値',
  tests comment 'number of tests of the family | 検定の数',
  verdict comment 'worse, better, no evidence | 判定'
) comment 'What releases and incidents did to topics | リリース・障害の影響' as
with totals as (
  select * from release_counts_weekly where topic_id = 'all'
),
topics_of_release as (
  select release_id, metric_id, topic_id
  from release_counts_weekly
  group by release_id, metric_id, topic_id
),
-- Every topic in every week, also where it has no contacts.
weeks as (
  select
    t.release_id,
    t.metric_id,
    t.topic_id,
    w.control,
    w.weeks_before,
    w.weeks_after,
    a.week < 0 as is_before,
    coalesce(c.contacts, 0) as contacts,
    coalesce(c.trials, 0) as trials,
    coalesce(c.hits, 0) as hits,
    case w.control when 'platforms' then coalesce(c.elsewhere_trials, 0)
      when 'services' then a.outside_trials
      else a.trials - coalesce(c.trials, 0) end as compared,
    case w.control when 'platforms' then coalesce(c.elsewhere_hits, 0)
      when 'services' then a.outside_hits
      else a.hits - coalesce(c.hits, 0) end as compared_hits,
    case w.control when 'platforms' then a.elsewhere_trials else 0 end as around,
    case w.control when 'platforms' then a.elsewhere_hits else 0 end as around_hits
  from topics_of_release as t
  join release_windows as w on w.release_id = t.release_id and w.metric_id = t.metric_id
  join totals as a on a.release_id = t.release_id and a.metric_id = t.metric_id
  left join release_counts_weekly as c
    on c.release_id = t.release_id and c.metric_id = t.metric_id and c.topic_id = t.topic_id
    and c.week = a.week
),
sums as (
  select
    *,
    sum(case when is_before then trials else 0 end) over (
      partition by release_id, metric_id, topic_id) as all_trials,
    sum(case when is_before then compared else 0 end) over (
      partition by release_id, metric_id, topic_id) as all_compared,
    sum(case when is_before then around else 0 end) over (
      partition by release_id, metric_id, topic_id) as all_around,
    100.0e0 / nullif(sum(around) over (partition by release_id, metric_id, topic_id), 0) as per_around
  from weeks
),
shares as (
  select
    *,
    trials + compared + coalesce(around * per_around, 0.0e0) as both_sides,
    all_trials / nullif(cast(all_trials + all_compared as double)
      + coalesce(all_around * per_around, 0.0e0), 0) as touched_share
  from sums
),
wide as (
  select
    release_id,
    metric_id,
    topic_id,
    control,
    weeks_before,
    weeks_after,
    sum(case when is_before then contacts else 0 end) as contacts0,
    sum(case when is_before then 0 else contacts end) as contacts1,
    sum(case when is_before then trials else 0 end) as a0,
    sum(case when is_before then 0 else trials end) as a1,
    sum(case when is_before then compared else 0 end) as control0,
    sum(case when is_before then 0 else compared end) as control1,
    sum(case when is_before then around else 0 end) as around0,
    sum(case when is_before then 0 else around end) as around1,
    sum(case when is_before then around_hits else 0 end) as around_hits0,
    sum(case when is_before then 0 else around_hits end) as around_hits1,
    coalesce(max(per_around), 0.0e0) as per_around,
    sum(case when is_before then hits else 0 end) as ar0,
    sum(case when is_before then 0 else hits end) as ar1,
    sum(case when is_before then compared_hits else 0 end) as control_hits0,
    sum(case when is_before then 0 else compared_hits end) as control_hits1,
    -- A sum of decimals does not depend on the order of the rows.
    cast(sum(case when is_before then cast(
      (trials - both_sides * touched_share) * (trials - both_sides * touched_share)
        / nullif(both_sides * touched_share * (1 - touched_share), 0)
      as decimal(28, 9)) end) as double) as chi_squared
  from shares
  group by release_id, metric_id, topic_id, control, weeks_before, weeks_after
),
dispersions as (
  select
    *,
    control0 + per_around * around0 as c0,
    control1 + per_around * around1 as c1,
    control_hits0 + per_around * around_hits0 as cr0,
    control_hits1 + per_around * around_hits1 as cr1,
    case when a0 >= 5 then coalesce(chi_squared, 0.0e0) else 0.0e0 end as chi,
    case when a0 >= 5 and chi_squared is not null then weeks_before - 1 else 0 end as freedom,
    coalesce(
      cast(sum(case when a0 >= 5 and topic_id <> 'all'
        then least(cast(chi_squared as decimal(28, 9)), 3 * (weeks_before - 1)) end)
        over (partition by release_id, metric_id) as double)
      / nullif(sum(case when a0 >= 5 and topic_id <> 'all' and chi_squared is not null
        then weeks_before - 1 end) over (partition by release_id, metric_id), 0), 1.0e0) as pool
  from wide
),
enough as (
  select
    *,
    greatest(1.0e0, (chi + 9 * greatest(1.0e0, pool)) / (freedom + 9)) as dispersion,
    ar0 / cast(nullif(a0, 0) as double) as r0,
    ar1 / cast(nullif(a1, 0) as double) as r1,
    cr0 / nullif(cast(c0 as double), 0) as s0,
    cr1 / nullif(cast(c1 as double), 0) as s1
  from dispersions
  where c0 + c1 >= 20
    and case metric_id when 'contacts' then a0 + a1 >= 20
      else a0 >= 20 and a1 >= 20 and c0 >= 5 and c1 >= 5 end
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
        dispersion
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
  select
    *,
    topic_id = 'all' as is_all,
    least(1.0e0, 2 * normal_upper_tail(abs(estimate) / standard_error)) as p_value
  from effects
),
ranked as (
  select
    *,
    count(*) over (partition by release_id, metric_id, is_all) as tests,
    count(*) over (partition by release_id, metric_id, is_all) * p_value
      / row_number() over (
        partition by release_id, metric_id, is_all order by p_value, topic_id) as scaled
  from tested
),
judged as (
  select
    *,
    least(1.0e0, min(scaled) over (
      partition by release_id, metric_id, is_all order by p_value desc, topic_id desc
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
  7 * j.weeks_before as days_before,
  7 * j.weeks_after as days,
  j.contacts0 as contacts_before,
  j.contacts1 as contacts_after,
  j.control0 as control_before,
  j.control1 as control_after,
  case j.metric_id when 'contacts' then j.a0 / cast(j.weeks_before as double) else j.r0 end
    as value_before,
  case j.metric_id when 'contacts' then j.a1 / cast(j.weeks_after as double) else j.r1 end
    as value_after,
  case j.metric_id when 'contacts' then exp(estimate) else estimate end as effect,
  case j.metric_id when 'contacts' then exp(estimate - 1.959963984540054e0 * standard_error)
    else estimate - 1.959963984540054e0 * standard_error end as effect_low,
  case j.metric_id when 'contacts' then exp(estimate + 1.959963984540054e0 * standard_error)
    else estimate + 1.959963984540054e0 * standard_error end as effect_high,
  j.p_value,
  j.q_value,
  j.tests,
  case
    when j.q_value > :false_discovery_rate or j.p_value > 0.05 then 'no evidence'
    when (j.metric_id <> 'durable_resolution_rate') = (j.estimate > 0) then 'worse'
    else 'better'
  end as verdict
from judged as j
join release_windows as w on w.release_id = j.release_id and w.metric_id = j.metric_id
left join names as n on n.topic_id = j.topic_id
