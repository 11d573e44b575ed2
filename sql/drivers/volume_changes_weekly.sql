-- place: shared
-- grain: one row per week, dimension, service and segment with contacts in the week or the week before
-- question: Why did contacts rise: more users, another mix, or more contacts per user?
-- Additive log-mean Divisia index (LMDI-I; B. W. Ang, Energy Policy 33 (2005) 867-871). A segment's
-- contacts are a product of three factors; factor x explains L(C1, C0) * ln(x1 / x0) of the change
-- from C0 to C1, with L(a, b) = (a - b) / ln(a / b) and L(a, a) = a. As the logarithms of the
-- factors add up to ln(C1 / C0), the three effects add up to C1 - C0 exactly.
--   dimension service:        C_k = E * (E_k / E) * (C_k / E_k)    exposure, mix, rate
--   dimensions topic, channel: C_k = E * (C_k / C) * (C / E)       within a service, or in 'all'
-- with E = active users of the service (or all), C = its contacts. Topics have no exposure of their
-- own, so their mix is the share of contacts. Where exposure is missing in either week, E is taken
-- as 1: the exposure effect is 0, mix is the share of contacts, rate the total. A segment that is
-- empty in one of the weeks has no logarithm: all its change is entry_exit. What is withheld in either
-- week (see shown_changes_weekly) is one segment, so the rows add up all the same.
create or replace temporary view volume_changes_weekly (
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）',
  iso_week comment 'ISO week, such as 2026-W40 | ISO週',
  metric_id comment 'metric, see definitions | 指標ID',
  dimension comment 'what the segments are: service, topic, channel | 分解の軸',
  segment comment 'value of the dimension; withheld for small ones together | 軸の値（withheld は秘匿分の合算）',
  service comment 'service the contact is about; withheld for small ones together | サービス（withheld は秘匿分の合算）',
  contacts_before comment 'contacts of the week before | 前週の件数',
  contacts_after comment 'contacts of the week | 当週の件数',
  exposure_effect comment 'part of the change due to more or fewer active users | 母数の変化による増減',
  mix_effect comment 'part of the change due to another mix of segments | 構成の変化による増減',
  rate_effect comment 'part of the change due to more or fewer contacts per user | 発生率の変化による増減',
  entry_exit_effect comment 'part of the change due to segments that are empty in one of the weeks | 新規・消滅による増減',
  total_change comment 'change from the week before; the effects add up to it | 前週からの増減の合計',
  users comment 'distinct users, of the week with more of them | 利用者数（多い週）',
  is_suppressed comment 'whether the row sums cells that are withheld for too few users | 秘匿分の合算か',
  is_mature comment 'whether the value can no longer change but by a restatement | 確定済みか'
) comment 'Exact decomposition of the change in contacts | 問い合わせ件数の変化の分解' as
with
withheld_services as (
  select distinct w.week_start_date, g.service
  from driver_weeks as w
  join service_groups_weekly as g
    on g.week_start_date <= w.week_start_date
    and g.week_start_date >= cast(w.week_start_date - interval 7 day as date)
  where g.shown_service <> g.service
),
-- Active users of both weeks; those of withheld services together, where all are known.
exposures as (
  select
    a.week_start_date,
    a.service,
    b.exposure as exposure_before,
    a.exposure as exposure_after
  from exposures_weekly as a
  join exposures_weekly as b
    on b.week_start_date = cast(a.week_start_date - interval 7 day as date)
    and b.service = a.service
  union all
  select
    s.week_start_date,
    'withheld' as service,
    case when count(b.exposure) = count(*) then sum(b.exposure) end as exposure_before,
    case when count(a.exposure) = count(*) then sum(a.exposure) end as exposure_after
  from withheld_services as s
  left join exposures_weekly as a
    on a.week_start_date = s.week_start_date and a.service = s.service
  left join exposures_weekly as b
    on b.week_start_date = cast(s.week_start_date - interval 7 day as date)
    and b.service = s.service
  group by s.week_start_date
),
totals as (
  select
    c.*,
    w.iso_week,
    w.is_count_mature,
    sum(contacts_before) over (partition by c.week_start_date, dimension, c.service) as all_before,
    sum(contacts_after) over (partition by c.week_start_date, dimension, c.service) as all_after,
    e.exposure_before,
    e.exposure_after,
    s.exposure_before as segment_exposure_before,
    s.exposure_after as segment_exposure_after,
    -- Rows of the group whose exposure is unknown: then the whole group goes without.
    count(
      case when e.exposure_before is null or e.exposure_after is null
          or (dimension = 'service' and (s.exposure_before is null or s.exposure_after is null))
        then 1 end)
      over (partition by c.week_start_date, dimension, c.service) as unknown_exposures
  from shown_changes_weekly as c
  join driver_weeks as w on w.week_start_date = c.week_start_date
  left join exposures as e
    on e.week_start_date = c.week_start_date and e.service = c.service
  left join exposures as s
    on s.week_start_date = c.week_start_date
    and s.service = case when c.dimension = 'service' then c.segment end
),
-- Factors as ratios after / before; null for segments empty in one of the weeks.
ratios as (
  select
    *,
    contacts_after - contacts_before as total_change,
    contacts_after / cast(nullif(contacts_before, 0) as double) as contacts_ratio,
    all_after / cast(nullif(all_before, 0) as double) as all_ratio,
    case when unknown_exposures = 0 then exposure_after / exposure_before else 1.0e0 end
      as exposure_ratio,
    case when unknown_exposures = 0 and dimension = 'service'
      then segment_exposure_after / segment_exposure_before end as segment_exposure_ratio
  from totals
),
factors as (
  select
    *,
    case
      when contacts_before = 0 or contacts_after = 0 then null
      when contacts_before = contacts_after then cast(contacts_after as double)
      else total_change / ln(nullif(contacts_ratio, 0))
    end as log_mean,
    coalesce(segment_exposure_ratio / exposure_ratio, contacts_ratio / nullif(all_ratio, 0))
      as mix_ratio,
    coalesce(contacts_ratio / segment_exposure_ratio, all_ratio / exposure_ratio) as rate_ratio
  from ratios
)
select
  week_start_date,
  iso_week,
  'contacts' as metric_id,
  dimension,
  segment,
  service,
  contacts_before,
  contacts_after,
  coalesce(log_mean * ln(exposure_ratio), 0.0e0) as exposure_effect,
  coalesce(log_mean * ln(nullif(mix_ratio, 0)), 0.0e0) as mix_effect,
  coalesce(log_mean * ln(nullif(rate_ratio, 0)), 0.0e0) as rate_effect,
  case when log_mean is null then cast(total_change as double) else 0.0e0 end as entry_exit_effect,
  total_change,
  users,
  segment = 'withheld' or service = 'withheld' as is_suppressed,
  is_count_mature as is_mature
from factors
