-- place: internal
-- grain: one row per night and inquiry of the weeks to compute, with what its cells are counted from
-- What was computed for a night holds back to the night after seen_before_date; a state that was not computed is
-- the published one and holds for all nights. is_new_story: on this night, not on the one before, the inquiry
-- counts as told here; is_old_story: no longer so on the night after. is_only_row: its user has no other row here.
create or replace temporary view cell_states comment 'states behind the metric cells | 指標セルの元になる状態' as
with
states as (
  select
    as_of_date,
    seen_before_date,
    inquiry_id,
    user_id,
    service,
    channel,
    topic_id,
    office,
    created_date,
    week_start_date,
    is_counted,
    case
      when is_merged then 'contacts_merged'
      when is_test then 'contacts_test'
      when is_spam then 'contacts_spam'
      else 'contacts'
    end as population,
    is_durably_resolved,
    is_resolved_now,
    is_fcr_no_repeat,
    is_one_touch_eq1,
    is_one_touch_lt2,
    is_fcr_customer0,
    is_closed_once_one_agent,
    resolves_in_horizon,
    reopened_resolves,
    unfinished_resolves,
    case when first_reply_hours <= :horizon_hours then first_reply_hours else 1e9 end
      as reply_hours,
    case when first_reply_hours <= :horizon_hours then first_reply_business_hours else 1e9 end
      as reply_business_hours,
    coalesce(full_resolution_hours, 1e9) as resolution_hours,
    coalesce(full_resolution_business_hours, 1e9) as resolution_business_hours
  from inquiry_states_as_of
  where week_start_date in (select week_start_date from touched_weeks where subject = 'contacts')
),
told as (
  select
    *,
    concat_ws(
      '|',
      user_id,
      service,
      channel,
      topic_id,
      office,
      population,
      cast(created_date as string),
      coalesce(cast(is_durably_resolved as string), '-'),
      coalesce(cast(is_fcr_no_repeat as string), '-'),
      coalesce(cast(is_one_touch_eq1 as string), '-'),
      coalesce(cast(is_one_touch_lt2 as string), '-'),
      coalesce(cast(is_fcr_customer0 as string), '-'),
      coalesce(cast(is_closed_once_one_agent as string), '-'),
      cast(resolves_in_horizon as string),
      cast(reopened_resolves as string),
      cast(reply_hours as string),
      coalesce(cast(reply_business_hours as string), '-'),
      cast(resolution_hours as string),
      cast(resolution_business_hours as string)
    ) as story
  from states
),
compared as (
  select
    *,
    lag(story) over (partition by inquiry_id order by as_of_date) as story_before,
    lag(as_of_date) over (partition by inquiry_id order by as_of_date) as before_date,
    lead(story) over (partition by inquiry_id order by as_of_date) as story_next,
    lead(as_of_date) over (partition by inquiry_id order by as_of_date) as next_date
  from told
),
flagged as (
  select
    *,
    seen_before_date = cast(as_of_date - interval 1 day as date)
    and (before_date is null or before_date < seen_before_date or story_before <> story)
      as is_new_story,
    next_date = cast(as_of_date + interval 1 day as date) and story_next <> story as is_old_story
  from compared
),
kept as (
  select state.*
  from inquiry_states as state
  left join inquiry_states_as_of as computed
    on computed.as_of_date = :run_date and computed.inquiry_id = state.inquiry_id
  where
    computed.inquiry_id is null
    and state.week_start_date in (select week_start_date from touched_weeks where subject = 'contacts')
),
chosen as (
  select
    as_of_date,
    seen_before_date,
    user_id,
    service,
    channel,
    topic_id,
    office,
    created_date,
    week_start_date,
    is_counted,
    population,
    is_durably_resolved,
    is_resolved_now,
    is_fcr_no_repeat,
    is_one_touch_eq1,
    is_one_touch_lt2,
    is_fcr_customer0,
    is_closed_once_one_agent,
    resolves_in_horizon,
    reopened_resolves,
    unfinished_resolves,
    reply_hours,
    reply_business_hours,
    resolution_hours,
    resolution_business_hours,
    is_new_story,
    is_old_story,
    next_date
  from flagged
  union all
  select
    :run_date,
    null,
    user_id,
    service,
    channel,
    topic_id,
    office,
    created_date,
    week_start_date,
    is_counted,
    case
      when is_merged then 'contacts_merged'
      when is_test then 'contacts_test'
      when is_spam then 'contacts_spam'
      else 'contacts'
    end,
    is_durably_resolved,
    is_resolved_now,
    is_fcr_no_repeat,
    is_one_touch_eq1,
    is_one_touch_lt2,
    is_fcr_customer0,
    is_closed_once_one_agent,
    resolves_in_horizon,
    reopened_resolves,
    unfinished_resolves,
    case when first_reply_hours <= :horizon_hours then first_reply_hours else 1e9 end,
    case when first_reply_hours <= :horizon_hours then first_reply_business_hours else 1e9 end,
    coalesce(full_resolution_hours, 1e9),
    coalesce(full_resolution_business_hours, 1e9),
    false,
    false,
    null
  from kept
)
select
  *,
  count(*) over (partition by user_id) = 1 as is_only_row
from chosen
