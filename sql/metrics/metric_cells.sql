-- place: internal
-- grain: one row per period, metric and cell (service × channel × topic × office) as known on the run's date
-- With what readers are shown: is_suppressed also where withheld_cells withholds the cell. Metrics of others than
-- contacts (excluded ones, help sessions) are shown in all cells of a breakdown of the week, or in none, so that no
-- small one is what totals leave. The gross count tells no more than its parts.
create or replace temporary view metric_cells comment 'metric cells as shown | 表示する指標セル' as
with
cells as (
  select * from metric_cells_as_of where as_of_date = :run_date
  union all
  select * from self_resolution_cells
),
placed as (
  select
    *,
    cast(date_trunc('week', cast(period_start_date as timestamp)) as date) as week_start_date,
    case
      when channel <> 'all' then 'channel'
      when topic_id <> 'all' then 'topic'
      when office <> 'all' then 'office'
      when service <> 'all' then 'service'
      else 'all'
    end as dimension,
    case when channel = 'all' and topic_id = 'all' and office = 'all' then 'all' else service end
      as in_service,
    case
      when channel <> 'all' then channel
      when topic_id <> 'all' then topic_id
      when office <> 'all' then office
      else service
    end as segment,
    metric_id in ('contacts_merged', 'contacts_spam', 'contacts_test')
    or metric_id like 'self%'
    or metric_id like 'bot%' as is_of_others
  from cells
),
small_breakdowns as (
  select distinct
    metric_id, period, week_start_date, dimension, in_service = 'all' as is_in_all
  from placed
  where is_of_others and is_suppressed
),
judged as (
  select
    placed.*,
    placed.is_suppressed
    or coalesce(withheld.is_withheld, false)
    or small.metric_id is not null as is_hidden
  from placed
  left join withheld_cells as withheld
    on not placed.is_of_others
    and withheld.is_withheld
    and withheld.period = placed.period
    and withheld.week_start_date = placed.week_start_date
    and withheld.dimension = placed.dimension
    and withheld.service = placed.in_service
    and withheld.segment = placed.segment
  left join small_breakdowns as small
    on placed.is_of_others
    and small.metric_id = placed.metric_id
    and small.period = placed.period
    and small.week_start_date = placed.week_start_date
    and small.dimension = placed.dimension
    and small.is_in_all = (placed.in_service = 'all')
),
hidden_parts as (
  select distinct cell_id
  from judged
  where is_hidden and metric_id like 'contacts_%' and metric_id <> 'contacts_gross'
)
select
  judged.cell_id,
  period,
  period_start_date,
  week_start_date,
  metric_id,
  service,
  channel,
  topic_id,
  office,
  numerator,
  denominator,
  value,
  ci_low,
  ci_high,
  is_mature,
  value_low,
  value_high,
  follow_up_hours,
  users,
  is_hidden or (metric_id = 'contacts_gross' and part.cell_id is not null) as is_suppressed,
  definition_version
from judged
left join hidden_parts as part on part.cell_id = judged.cell_id
