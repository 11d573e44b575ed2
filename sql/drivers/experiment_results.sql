-- place: shared
-- grain: one row per experiment, arm and metric
-- question: Did the new help page lower contacts, against the control arm?
-- question: Were users split evenly, or is the experiment broken?
-- Users count from the assignment that arrived last, as assigned (intention to treat), over h hours from it. Control
-- is the arm 'control', else the first in order of names. Trials are users:
--   contacted_share: users with a contact / users; contacts_per_user: contacts / users;
--   self_resolution_low, self_resolution_high: of the users with a help session whose outcome can be told, those whose
--   first one was confirmed, or confirmed or assumed.
-- Shares have Wilson intervals, their differences Newcombe's hybrid score interval (method 10 of R. G. Newcombe,
-- Statistics in Medicine 17 (1998) 873-890). contacts_per_user has normal intervals with the users' own variance
-- (B. L. Welch, Biometrika 34 (1947) 28-35, without the correction of the degrees of freedom).
-- sample_ratio_p: Pearson's chi-square with one degree of freedom of the arm's users against the control's, if an even
-- split was planned (A. Fabijan et al., KDD 2019, 2156-2164).
create or replace temporary view experiment_results (
  experiment_id comment 'experiment id | 実験ID',
  arm comment 'arm of the experiment | 実験群',
  metric_id comment 'metric, see definitions | 指標ID',
  is_control comment 'whether it is the arm the others are compared with | 対照群か',
  users_assigned comment 'users assigned to the arm so far; null in a suppressed cell | 割り当てられた利用者数',
  numerator comment 'what is counted | 分子',
  denominator comment 'users whose time is over | 分母（観察期間が終わった利用者数）',
  value comment 'the metric, of users whose time is over | 値',
  ci_low comment 'lower end of the 95 % interval | 95%信頼区間の下限',
  ci_high comment 'upper end of the 95 % interval | 95%信頼区間の上限',
  is_mature comment 'whether the time of all users assigned so far is over | 割当済みの全員が確定したか',
  value_low comment 'value if nothing unfinished turns out well; null for contacts_per_user | 未確定分がすべて不成立の場合の値',
  value_high comment 'value if everything unfinished turns out well; null for contacts_per_user | 未確定分がすべて成立の場合の値',
  difference comment 'value minus that of the control arm; null for the control arm | 対照群との差',
  difference_low comment 'lower end of the 95 % interval of the difference | 差の95%区間の下限',
  difference_high comment 'upper end of the 95 % interval of the difference | 差の95%区間の上限',
  sample_ratio_p comment 'chance of such an uneven split or a worse one if an even one was planned; small = do not trust the arm | 割付比の偏りのp値',
  first_assigned_date comment 'day of the first assignment, Japan time | 最初の割当日',
  last_assigned_date comment 'day of the last assignment, Japan time | 最後の割当日',
  is_suppressed comment 'too few distinct users: the values are withheld | 少人数のため秘匿したか',
  definition_version comment 'version of the definition | 定義の版'
) comment 'Arms of experiments beside the control arm | 実験結果（対照群との比較）' as
with arms as (
  select
    experiment_id,
    arm,
    count(*) as assigned,
    min(cast(assigned_at as date)) as first_assigned_date,
    max(cast(assigned_at as date)) as last_assigned_date,
    count(case when is_contact_ripe then 1 end) as ripe,
    count(case when is_contact_ripe and contacts > 0 then 1 end) as contacted,
    sum(case when is_contact_ripe then contacts else 0 end) as contacts,
    sum(case when is_contact_ripe then contacts * contacts else 0 end) as squares,
    count(case when is_session_ripe and outcome in ('confirmed', 'assumed', 'escalated') then 1 end)
      as decided,
    count(case when is_session_ripe and outcome = 'confirmed' then 1 end) as confirmed,
    count(case when is_session_ripe and outcome in ('confirmed', 'assumed') then 1 end) as perhaps,
    count(case when outcome is not null and not is_session_ripe
      or outcome = 'immature' then 1 end) as undecided,
    count(case when not is_session_ripe then 1 end) as session_unripe
  from experiment_users
  group by experiment_id, arm
),
ranked as (
  select
    *,
    row_number() over (
      partition by experiment_id order by case when lower(arm) = 'control' then 0 else 1 end, arm)
      = 1 as is_control
  from arms
),
metrics as (
  select
    experiment_id,
    arm,
    metric.metric_id,
    is_control,
    assigned,
    first_assigned_date,
    last_assigned_date,
    squares,
    case metric.metric_id
      when 'experiment_contacted_share' then contacted
      when 'experiment_contacts_per_user' then contacts
      when 'experiment_self_resolution_low' then confirmed
      when 'experiment_self_resolution_high' then perhaps
    end as hits,
    case when metric.of_sessions then decided else ripe end as trials,
    case when metric.of_sessions then undecided else assigned - ripe end as unfinished,
    case when metric.of_sessions then session_unripe else assigned - ripe end as unripe,
    metric.is_share
  from ranked
  cross join (values
    ('experiment_contacted_share', true, false),
    ('experiment_contacts_per_user', false, false),
    ('experiment_self_resolution_low', true, true),
    ('experiment_self_resolution_high', true, true)
  ) as metric (metric_id, is_share, of_sessions)
),
shown as (
  select
    *,
    cast(hits as double) as hit,
    cast(trials as double) as trial,
    trials < :minimum_users as is_small,
    -- Of users who contact us more than once as well: variance of the mean.
    (squares - cast(hits as double) * hits / trials) / nullif(trials - 1, 0) / trials as variance
  from metrics
  where trials > 0
),
bounded as (
  select
    *,
    hit / trial as value,
    case
      when is_share then wilson_low(least(hit, trial), trial)
      else hit / trial - 1.959963984540054e0 * sqrt(greatest(variance, 0.0e0))
    end as low,
    case
      when is_share then wilson_high(least(hit, trial), trial)
      else hit / trial + 1.959963984540054e0 * sqrt(greatest(variance, 0.0e0))
    end as high
  from shown
),
compared as (
  select
    *,
    max(case when is_control and not is_small then value end) over experiment as control_value,
    max(case when is_control and not is_small then low end) over experiment as control_low,
    max(case when is_control and not is_small then high end) over experiment as control_high,
    max(case when is_control then assigned end) over experiment as control_assigned
  from bounded
  window experiment as (partition by experiment_id, metric_id)
)
select
  experiment_id,
  arm,
  metric_id,
  is_control,
  case when not is_small then assigned end as users_assigned,
  case when not is_small then cast(hits as bigint) end as numerator,
  case when not is_small then cast(trials as bigint) end as denominator,
  case when not is_small then value end as value,
  case when not is_small then low end as ci_low,
  case when not is_small then high end as ci_high,
  unripe = 0 as is_mature,
  case when not is_small and is_share then hit / (trials + unfinished) end as value_low,
  case when not is_small and is_share then (hit + unfinished) / (trials + unfinished) end
    as value_high,
  case when not is_small and not is_control then value - control_value end as difference,
  case
    when not is_small and not is_control
      then value - control_value
        - sqrt((value - low) * (value - low)
          + (control_high - control_value) * (control_high - control_value))
  end as difference_low,
  case
    when not is_small and not is_control
      then value - control_value
        + sqrt((high - value) * (high - value)
          + (control_value - control_low) * (control_value - control_low))
  end as difference_high,
  case
    when not is_small and not is_control
      then least(1.0e0, 2 * normal_upper_tail(
        abs(assigned - control_assigned) / sqrt(cast(assigned + control_assigned as double))))
  end as sample_ratio_p,
  first_assigned_date,
  last_assigned_date,
  is_small as is_suppressed,
  1 as definition_version
from compared
