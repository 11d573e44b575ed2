-- place: restricted
-- grain: one row per inquiry that arrived on the day it was opened or on the next, and wasn't excluded that night
-- partitioned by: arrival_date
-- read by day: yes
-- What a night knew of its own contacts. The past as the past saw it: a night and its baseline are
-- counted alike, late arrivals and later exclusions change neither, and no row ever changes.
create or replace temporary view timely_contacts (
  inquiry_id comment 'inquiry (問い合わせ) id | 問い合わせID',
  user_id comment 'keyed pseudonym of the user | 利用者の仮名ID',
  created_date comment 'day it was opened, Japan time | 問い合わせ日（日本時間）',
  arrival_date comment 'day the row arrived (dt of the drop) | 到着日（dt）'
) comment 'Contacts known on the night they arrived | その夜に判明していた問い合わせ' as
with arrivals as (
  select
    inquiry_id,
    min(user_id) as user_id,
    min(cast(created_at as date)) as created_date,
    min(arrival_date) as arrival_date
  from landed_inquiries
  where arrival_date >= cast(cast(:first_date as date) - interval 1 day as date)
    and arrival_date <= :run_date
    and cast(created_at as date) >= cast(arrival_date - interval 1 day as date)
  group by inquiry_id
),
excluded as (
  select inquiry_id, min(arrival_date) as excluded_date
  from landed_inquiry_events
  where event_type in ('merged', 'marked_spam', 'marked_test')
    and arrival_date >= cast(cast(:first_date as date) - interval 1 day as date)
    and arrival_date <= :run_date
  group by inquiry_id
)
select a.inquiry_id, a.user_id, a.created_date, a.arrival_date
from arrivals as a
left join excluded as e on e.inquiry_id = a.inquiry_id and e.excluded_date <= a.arrival_date
where a.arrival_date >= :first_date and e.inquiry_id is null
