-- place: internal
-- grain: one row per release, metric, topic (all included) and week of the comparison with contacts
create or replace temporary view release_counts_weekly (
  release_id comment 'release or incident id | リリース・障害ID',
  metric_id comment 'metric, see definitions | 指標ID',
  topic_id comment 'topic; unassigned is a topic; all for all together | トピックID',
  week comment 'week from the release on, from 0; weeks before are negative | 開始からの週（前は負）',
  contacts comment 'contacts the release touched | 対象の問い合わせ数',
  trials comment 'denominator: contacts, or their resolves | 対象の分母',
  hits comment 'of these, durably resolved, or reopened | 対象の分子',
  elsewhere_trials comment 'denominator on the other platforms of the service | 他プラットフォームの分母',
  elsewhere_hits comment 'numerator there | 他プラットフォームの分子',
  outside_trials comment 'denominator of the other services | 他サービスの分母',
  outside_hits comment 'numerator there | 他サービスの分子'
) comment 'Counts around a release | リリース前後の週次件数' as
with platforms as (
  select inquiry_id, max_by(platform, arrival_date) as platform
  from known_inquiries
  where arrival_date >= (select min(first_date) from release_windows)
  group by inquiry_id
),
seen as (
  select
    w.release_id,
    w.metric_id,
    coalesce(a.topic_id, c.topic_id) as topic_id,
    cast(floor(datediff(c.created_date, w.started_date) / 7) as int) as week,
    case w.metric_id when 'reopen_rate' then c.resolves else 1 end as trials,
    case w.metric_id
      when 'reopen_rate' then c.reopened_resolves
      when 'durable_resolution_rate' then case when c.is_durably_resolved then 1 else 0 end
      else 0
    end as hits,
    (w.service is null or c.service = w.service) as is_service,
    case when w.platform is null then true else coalesce(p.platform = w.platform, false) end
      as is_platform
  from release_windows as w
  join driver_contacts as c
    on c.created_date >= w.first_date and c.created_date <= w.last_date
  left join platforms as p on p.inquiry_id = c.inquiry_id
  left join topic_assignments as a
    on a.inquiry_id = c.inquiry_id and a.model_date = w.model_date and a.is_primary
)
select
  release_id,
  metric_id,
  case when grouping(topic_id) = 1 then 'all' else topic_id end as topic_id,
  week,
  count(case when is_service and is_platform then 1 end) as contacts,
  sum(case when is_service and is_platform then trials else 0 end) as trials,
  sum(case when is_service and is_platform then hits else 0 end) as hits,
  sum(case when is_service and not is_platform then trials else 0 end) as elsewhere_trials,
  sum(case when is_service and not is_platform then hits else 0 end) as elsewhere_hits,
  sum(case when is_service then 0 else trials end) as outside_trials,
  sum(case when is_service then 0 else hits end) as outside_hits
from seen
group by grouping sets (
  (release_id, metric_id, topic_id, week),
  (release_id, metric_id, week))
