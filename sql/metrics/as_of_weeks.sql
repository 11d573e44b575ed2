-- place: internal
-- grain: one row per night and created week to compute as of that night
-- The run's date sees every week. A week is also seen as of the night on which a late row or a mark
-- (merged, spam, test) may have changed a mature day of it, and as of the night before: the difference
-- is a restatement. On most nights there is none.
create or replace temporary view as_of_weeks comment 'nights and weeks to compute | 計算対象の夜と週' as
with
late_rows as (
  select arrival_date as night, inquiry_id, true as moves_others
  from landed_inquiries
  where arrival_date between :first_date and :run_date and cast(created_at as date) < arrival_date
  union
  select arrival_date, inquiry_id, event_type in ('marked_spam', 'marked_test')
  from landed_inquiry_events
  where
    arrival_date between :first_date and :run_date
    and (
      event_type in ('marked_spam', 'marked_test')
      or (event_type in ('resolved', 'reopened', 'transferred')
        and cast(occurred_at as date) < arrival_date)
    )
  union
  select arrival_date, inquiry_id, false
  from landed_inquiry_messages
  where arrival_date between :first_date and :run_date and cast(sent_at as date) < arrival_date
),
families as (
  select ancestor_id, inquiry_id, known_date from merge_chains
  union
  select ancestor_id, ancestor_id, known_date from merge_chains
),
relatives as (
  select
    one.inquiry_id,
    other.inquiry_id as relative_id,
    greatest(one.known_date, other.known_date) as known_date
  from families as one
  join families as other on other.ancestor_id = one.ancestor_id
),
touched as (
  select night, inquiry_id, moves_others from late_rows
  union
  select late_rows.night, relatives.relative_id, late_rows.moves_others
  from late_rows
  join relatives
    on relatives.inquiry_id = late_rows.inquiry_id and relatives.known_date <= late_rows.night
  union
  select known_date, relative_id, true
  from relatives
  where known_date between :first_date and :run_date
),
moments as (
  select touched.night, touched.moves_others, inquiry.user_id, inquiry.created_at
  from touched
  join landed_inquiries as inquiry
    on inquiry.inquiry_id = touched.inquiry_id and inquiry.arrival_date <= touched.night
),
changed as (
  select night, created_at, :horizon_hours as settled_hours from moments
  union
  select moments.night, other.created_at, :horizon_hours + :stability_hours
  from moments
  join landed_inquiries as other
    on other.user_id = moments.user_id
    and other.arrival_date <= moments.night
    and other.created_at
      between moments.created_at
        - (:horizon_hours + greatest(:stability_hours, 24 * :repeat_days)) * interval 1 hour
      and moments.created_at
        + (:horizon_hours + greatest(:stability_hours, 24 * :repeat_days)) * interval 1 hour
  where moments.moves_others
),
settled as (
  select distinct night, cast(date_trunc('week', created_at) as date) as week_start_date
  from changed
  where
    cast(night as timestamp)
    >= date_trunc('day', created_at) + interval 1 day + settled_hours * interval 1 hour
)
select :run_date as as_of_date, cast(date_trunc('week', created_at) as date) as week_start_date
from landed_inquiries
where arrival_date <= :run_date
union
select night, week_start_date from settled
union
select cast(night - interval 1 day as date), week_start_date from settled
