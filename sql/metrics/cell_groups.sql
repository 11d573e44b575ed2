-- place: internal
-- grain: one row per group of inquiries of one day, service, channel, topic and office, and metric cell it counts in
-- A group counts in sixteen cells, eight of its day and eight of its week. Cells are numbered in the order of
-- their names, so that what is expanded to cells is joined and grouped by one number.
create or replace temporary view cell_groups comment 'metric cells and what they are made of | 指標セルとその内訳' as
with
slots as (
  select *
  from (values
    (false, false, false, false),
    (true, false, false, false),
    (true, true, false, false),
    (true, false, true, false),
    (true, false, false, true),
    (false, true, false, false),
    (false, false, true, false),
    (false, false, false, true)
  ) as combinations (by_service, by_channel, by_topic, by_office)
  cross join (values ('day'), ('week')) as periods (period)
),
inquiry_groups as (
  select created_date, week_start_date, service, channel, topic_id, office
  from cell_states
  group by created_date, week_start_date, service, channel, topic_id, office
),
placed as (
  select
    inquiry_groups.*,
    period,
    case when period = 'day' then created_date else week_start_date end as period_start_date,
    case when by_service then service else 'all' end as in_service,
    case when by_channel then channel else 'all' end as in_channel,
    case when by_topic then topic_id else 'all' end as in_topic,
    case when by_office then office else 'all' end as in_office
  from inquiry_groups
  cross join slots
)
select
  cast(
    dense_rank() over (
      order by period, period_start_date, in_service, in_channel, in_topic, in_office
    ) as int
  ) as cell_id,
  period,
  period_start_date,
  in_service,
  in_channel,
  in_topic,
  in_office,
  created_date,
  service,
  channel,
  topic_id,
  office
from placed
