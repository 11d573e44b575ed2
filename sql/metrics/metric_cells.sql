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
    service = 'all' as is_all_services,
    channel = 'all' as is_all_channels,
    topic_id = 'all' as is_all_topics,
    office = 'all' as is_all_offices,
    metric_id in ('contacts_merged', 'contacts_spam', 'contacts_test')
    or metric_id like 'self%'
    or metric_id like 'bot%' as is_of_others
  from cells
),
withheld as (
  select cell.cell_id
  from cell_sizes as cell
  join withheld_cells as withheld
    on withheld.is_withheld
    and withheld.period = cell.period
    and withheld.week_start_date = cell.week_start_date
    and withheld.dimension = cell.dimension
    and withheld.service = cell.service
    and withheld.segment = cell.segment
),
small_breakdowns as (
  select distinct
    metric_id,
    period,
    week_start_date,
    is_all_services,
    is_all_channels,
    is_all_topics,
    is_all_offices
  from placed
  where is_of_others and is_suppressed
),
judged as (
  select
    placed.*,
    placed.is_suppressed
    or withheld.cell_id is not null
    or small.metric_id is not null as is_hidden
  from placed
  left join withheld
    on withheld.cell_id = case when not placed.is_of_others then placed.cell_id end
  left join small_breakdowns as small
    on small.metric_id = case when placed.is_of_others then placed.metric_id end
    and small.period = placed.period
    and small.week_start_date = placed.week_start_date
    and small.is_all_services = placed.is_all_services
    and small.is_all_channels = placed.is_all_channels
    and small.is_all_topics = placed.is_all_topics
    and small.is_all_offices = placed.is_all_offices
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
