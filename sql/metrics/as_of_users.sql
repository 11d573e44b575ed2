-- place: internal
-- grain: one row per night and user whose inquiries to judge as known on that night
-- The run's date sees every user whose states may differ from what is published: those of rows that arrived
-- since (of their own, of inquiries merged with theirs), those with a contact that was not final yet, and
-- those whose topic has changed. A user is also seen on the night on which a late row or a mark (merged, spam,
-- test) may have changed a final value, and on the night before: between such nights nothing final changes,
-- so what is computed for a night holds back to the night after the one before it in this table.
create or replace temporary view as_of_users
comment 'nights and users to compute | 計算対象の夜と利用者' as
with
late_rows as (
  select arrival_date as night, inquiry_id, true as moves_others
  from known_inquiries
  where arrival_date between :first_date and :run_date and cast(created_at as date) < arrival_date
  union
  select arrival_date, inquiry_id, event_type in ('marked_spam', 'marked_test')
  from known_events
  where
    arrival_date between :first_date and :run_date
    and (
      event_type in ('marked_spam', 'marked_test')
      or (event_type in ('resolved', 'reopened', 'transferred')
        and cast(occurred_at as date) < arrival_date)
    )
  union
  select arrival_date, inquiry_id, false
  from known_messages
  where arrival_date between :first_date and :run_date and cast(sent_at as date) < arrival_date
),
touched as (
  select
    late_rows.night,
    coalesce(relatives.relative_id, late_rows.inquiry_id) as inquiry_id,
    late_rows.moves_others
  from late_rows
  left join merge_relatives as relatives
    on relatives.inquiry_id = late_rows.inquiry_id and relatives.known_date <= late_rows.night
),
-- A merge hands a child's time to its parent, so it changes what was final when either of them was.
merged as (
  select
    relatives.known_date as night,
    true as moves_others,
    relative.user_id,
    inquiry.created_at
  from merge_relatives as relatives
  join known_inquiries as relative
    on relative.inquiry_id = relatives.relative_id
    and relative.arrival_date <= relatives.known_date
  join known_inquiries as inquiry
    on inquiry.inquiry_id = relatives.inquiry_id
    and inquiry.arrival_date <= relatives.known_date
  where relatives.known_date between :first_date and :run_date
),
moments as (
  select touched.night, touched.moves_others, inquiry.user_id, inquiry.created_at
  from touched
  join known_inquiries as inquiry
    on inquiry.inquiry_id = touched.inquiry_id and inquiry.arrival_date <= touched.night
  union
  select night, moves_others, user_id, created_at from merged
),
-- Its user is seen if it was final itself, or another contact of the user that it moves was.
settled as (
  select distinct moments.night, moments.user_id
  from moments
  left join known_inquiries as other
    on other.user_id = case when moments.moves_others then moments.user_id end
    and other.arrival_date <= moments.night
    and other.created_at
      between moments.created_at
        - (:horizon_hours + greatest(:stability_hours, 24 * :repeat_days)) * interval 1 hour
      and moments.created_at
        + (:horizon_hours + greatest(:stability_hours, 24 * :repeat_days)) * interval 1 hour
  where
    cast(moments.night as timestamp)
      >= date_trunc('day', moments.created_at) + interval 1 day + :horizon_hours * interval 1 hour
    or cast(moments.night as timestamp)
      >= date_trunc('day', other.created_at) + interval 1 day
        + (:horizon_hours + :stability_hours) * interval 1 hour
),
-- A row sent again may have moved to another inquiry.
arrived as (
  select inquiry_id from known_inquiries where arrival_date between :changed_from and :run_date
  union
  select inquiry_id
  from known_events
  where
    arrival_date between :resent_from and :run_date
    and event_id in (
      select event_id
      from known_events
      where arrival_date between :changed_from and :run_date
    )
  union
  select inquiry_id
  from known_messages
  where
    arrival_date between :resent_from and :run_date
    and message_id in (
      select message_id
      from known_messages
      where arrival_date between :changed_from and :run_date
    )
),
-- A resolve becomes durable by time alone.
settling as (
  select inquiry_id
  from known_events
  where
    arrival_date between :resent_from and :run_date
    and event_type = 'resolved'
    and occurred_at + :stability_hours * interval 1 hour > cast(:changed_from as timestamp)
),
moved as (
  select inquiry_id from arrived
  union
  select inquiry_id from settling
),
reached as (
  select coalesce(relatives.relative_id, moved.inquiry_id) as inquiry_id
  from moved
  left join merge_relatives as relatives on relatives.inquiry_id = moved.inquiry_id
  union
  select relative_id from merge_relatives where known_date >= :changed_from
),
-- Not final yet on the night before: at most horizon and repeat or stability time old.
unfinished as (
  select user_id
  from known_inquiries
  where
    arrival_date between :unfinished_from and :run_date
    and created_at
      + (:horizon_hours + greatest(:stability_hours, 24 * :repeat_days)) * interval 1 hour
      > cast(:changed_from as timestamp)
),
renamed as (
  select before.user_id
  from inquiry_states_before as before
  join inquiry_topics as topic on topic.inquiry_id = before.inquiry_id
  where
    topic.created_date >= :resent_from
    and before.week_start_date >= cast(cast(:resent_from as date) - interval 42 day as date)
    and topic.is_primary
  group by before.inquiry_id, before.user_id, before.topic_id
  having min(topic.topic_id) <> before.topic_id
),
seen as (
  select :run_date as as_of_date, inquiry.user_id
  from known_inquiries as inquiry
  join reached on reached.inquiry_id = inquiry.inquiry_id
  where inquiry.arrival_date <= :run_date
  union
  select :run_date, user_id from unfinished
  union
  select :run_date, user_id from renamed
  union
  select cast(settled.night - nights.before * interval 1 day as date), settled.user_id
  from settled
  cross join (values (0), (1)) as nights (before)
)
select
  as_of_date,
  user_id,
  lag(as_of_date) over (partition by user_id order by as_of_date) as seen_before_date
from seen
