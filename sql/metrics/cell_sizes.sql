-- place: internal
-- grain: one row per period (day, week), cell of the contacts and day or week with contacts
-- The cells readers are shown, small ones too, by what they divide contacts by: dimension 'all' is the total,
-- 'service' the services; of channel, topic and office the segments, each within 'all' and within each service. fewest_users:
-- of the cell on any day of the week, or in the week.
create or replace temporary view cell_sizes comment 'contacts and users of the cells | セルの件数と利用者数' as
with
cells as (
  select
    cell_id,
    period,
    period_start_date,
    case
      when channel <> 'all' then 'channel'
      when topic_id <> 'all' then 'topic'
      when office <> 'all' then 'office'
      when service <> 'all' then 'service'
      else 'all'
    end as dimension,
    case when channel = 'all' and topic_id = 'all' and office = 'all' then 'all' else service end
      as service,
    case
      when channel <> 'all' then channel
      when topic_id <> 'all' then topic_id
      when office <> 'all' then office
      else service
    end as segment,
    numerator as contacts,
    users,
    cast(date_trunc('week', cast(period_start_date as timestamp)) as date) as week_start_date
  from metric_cells_as_of
  where as_of_date = :run_date and metric_id = 'contacts'
)
select
  *,
  min(users) over (partition by period, week_start_date, dimension, service, segment)
    as fewest_users
from cells
