-- place: internal
-- grain: one row per night and inquiry of the users to compute, from what was known by the night's end
-- Of inquiries more than :backlog_days old the published state stays: what it was made from is about to go. Those of
-- weeks whose states have gone are not judged again, though a row of theirs that came in the next week is still there:
-- their weeks' figures would be counted from these few.
create or replace temporary view inquiry_states_as_of
comment 'inquiry states as known on a night | ある夜の時点の問い合わせの状態' as
with
-- A row sent again may have moved to another inquiry: all versions of the rows ever seen here.
event_ids as (
  select event_id
  from known_events
  where
    event_type in ('resolved', 'reopened', 'transferred')
    and arrival_date <= :run_date
    and inquiry_id in (select inquiry_id from inquiries_as_of)
),
message_ids as (
  select message_id
  from known_messages
  where
    arrival_date <= :run_date
    and inquiry_id in (select inquiry_id from inquiries_as_of)
),
events as (
  select
    event_id,
    inquiry_id,
    occurred_at,
    event_type,
    actor_type,
    agent_id,
    arrival_date,
    lead(arrival_date)
      over (partition by event_id order by arrival_date, occurred_at, inquiry_id) as replaced_date
  from known_events
  where
    event_type in ('resolved', 'reopened', 'transferred')
    and arrival_date <= :run_date
    and event_id in (select event_id from event_ids)
),
messages as (
  select
    message_id,
    inquiry_id,
    sent_at,
    author_type,
    is_public,
    agent_id,
    arrival_date,
    lead(arrival_date)
      over (partition by message_id order by arrival_date, sent_at, inquiry_id) as replaced_date
  from known_messages
  where arrival_date <= :run_date and message_id in (select message_id from message_ids)
),
happenings as (
  select
    inquiry_id,
    occurred_at as happened_at,
    case
      when event_type = 'reopened' and actor_type = 'customer' then 'customer_reopen'
      when event_type = 'reopened' then 'other_reopen'
      else event_type
    end as kind,
    event_id as happening_id,
    case when event_type = 'resolved' and actor_type = 'agent' then agent_id end as agent_id,
    arrival_date,
    replaced_date
  from events
  union all
  select
    inquiry_id,
    sent_at,
    case when author_type = 'agent' then 'reply' else 'customer_message' end,
    message_id,
    case when author_type = 'agent' then agent_id end,
    arrival_date,
    replaced_date
  from messages
  where (author_type = 'agent' and is_public) or author_type = 'customer'
),
roots as (
  select
    inquiry.as_of_date,
    inquiry.cutoff_at,
    inquiry.inquiry_id,
    inquiry.created_at,
    coalesce(issue.issue_id, inquiry.inquiry_id) as issue_id,
    issue.next_contact_at
  from inquiries_as_of as inquiry
  left join contact_issues_as_of as issue
    on issue.as_of_date = inquiry.as_of_date and issue.inquiry_id = inquiry.inquiry_id
  where not inquiry.is_merged
),
timeline as (
  select
    root.as_of_date,
    root.cutoff_at,
    root.inquiry_id,
    root.issue_id,
    root.created_at,
    happening.happened_at,
    happening.kind,
    happening.happening_id,
    happening.agent_id
  from happenings as happening
  join inquiries_as_of as inquiry
    on inquiry.inquiry_id = happening.inquiry_id
    and happening.arrival_date <= inquiry.as_of_date
    and (happening.replaced_date is null or happening.replaced_date > inquiry.as_of_date)
    and happening.happened_at < inquiry.cutoff_at
  join roots as root
    on root.as_of_date = inquiry.as_of_date and root.inquiry_id = inquiry.root_id
  union all
  select
    as_of_date, cutoff_at, inquiry_id, issue_id, created_at, created_at, 'contact', inquiry_id, null
  from roots
),
-- Looking back from the end: what comes after each happening. At the same instant a resolve comes last.
followed as (
  select
    *,
    min(case when kind = 'resolved' then happened_at end)
      over (partition by as_of_date, inquiry_id) as first_resolved_at,
    min(case when kind = 'customer_reopen' then happened_at end) over (
      partition by as_of_date, inquiry_id
      order by happened_at desc, (kind = 'resolved') desc, happening_id desc
      rows between unbounded preceding and 1 preceding
    ) as next_reopened_at,
    min(case when kind = 'resolved' then happened_at end) over (
      partition by as_of_date, inquiry_id
      order by happened_at desc, (kind = 'resolved') desc, happening_id desc
      rows between unbounded preceding and 1 preceding
    ) as next_resolved_at,
    min(case when kind = 'contact' then happened_at end) over (
      partition by as_of_date, issue_id
      order by happened_at desc, (kind = 'resolved') desc, happening_id desc
      rows between unbounded preceding and 1 preceding
    ) as next_issue_contact_at
  from timeline
),
judged as (
  select
    *,
    kind = 'resolved' as is_resolve,
    kind in ('customer_reopen', 'other_reopen') as is_reopen,
    happened_at <= created_at + :horizon_hours * interval 1 hour as is_in_horizon,
    coalesce(
      happened_at <= first_resolved_at + :repeat_days * interval 1 day, false
    ) as is_in_first_contact,
    coalesce(
      next_reopened_at <= happened_at + :stability_hours * interval 1 hour
      and (next_resolved_at is null or next_reopened_at < next_resolved_at),
      false
    ) as is_reopened_next,
    coalesce(next_reopened_at <= happened_at + :stability_hours * interval 1 hour, false)
    or coalesce(next_issue_contact_at <= happened_at + :stability_hours * interval 1 hour, false)
      as is_undone,
    happened_at <= cutoff_at - :stability_hours * interval 1 hour as is_stability_over
  from followed
),
summed as (
  select
    as_of_date,
    inquiry_id,
    min(happened_at) filter (where kind = 'reply') as first_reply_at,
    count_if(kind = 'reply') as public_agent_replies,
    count_if(kind = 'customer_message' and happened_at > created_at) as customer_messages,
    count_if(kind = 'transferred') as transfers,
    min(first_resolved_at) as first_resolved_at,
    max(happened_at) filter (where is_resolve) as last_resolved_at,
    max(happened_at) filter (where is_reopen) as last_reopened_at,
    count_if(is_resolve) as resolves,
    count_if(is_reopen) as reopens,
    count_if(kind = 'customer_reopen') as customer_reopens,
    min(happened_at) filter (where is_resolve and is_stability_over and not is_undone)
      as durably_resolved_at,
    count_if(is_resolve and is_in_horizon) as resolves_in_horizon,
    count_if(is_resolve and is_in_horizon and is_reopened_next) as reopened_resolves,
    count_if(is_resolve and is_in_horizon and not is_reopened_next and not is_stability_over)
      as unfinished_resolves,
    max(happened_at) filter (where is_resolve and is_in_horizon) as last_resolved_in_horizon_at,
    max(happened_at) filter (where is_reopen and is_in_horizon) as last_reopened_in_horizon_at,
    count_if(kind = 'reply' and is_in_first_contact) as replies_in_first_contact,
    count_if(kind = 'transferred' and is_in_first_contact) as transfers_in_first_contact,
    count_if(kind = 'customer_reopen' and is_in_first_contact) as reopens_in_first_contact,
    count_if(is_resolve and is_in_first_contact) as resolves_in_first_contact,
    count_if(kind = 'customer_message' and happened_at > created_at and is_in_first_contact)
      as messages_in_first_contact,
    coalesce(
      min(agent_id) filter (where is_in_first_contact)
      <> max(agent_id) filter (where is_in_first_contact),
      false
    ) as has_several_agents
  from judged
  group by as_of_date, inquiry_id
),
states as (
  select
    inquiry.*,
    seen.seen_before_date,
    issue.issue_id,
    coalesce(issue.issue_id <> inquiry.inquiry_id, false) as is_repeat,
    issue.next_contact_at,
    summed.first_reply_at,
    coalesce(summed.public_agent_replies, 0) as public_agent_replies,
    coalesce(summed.customer_messages, 0) as customer_messages,
    coalesce(summed.transfers, 0) as transfers,
    summed.first_resolved_at,
    summed.last_resolved_at,
    summed.durably_resolved_at,
    coalesce(summed.resolves, 0) as resolves,
    coalesce(summed.reopens, 0) as reopens,
    coalesce(summed.customer_reopens, 0) as customer_reopens,
    summed.last_resolved_at is not null
    and (summed.last_reopened_at is null or summed.last_reopened_at < summed.last_resolved_at)
      as is_resolved_now,
    case
      when
        summed.last_reopened_in_horizon_at is null
        or summed.last_reopened_in_horizon_at < summed.last_resolved_in_horizon_at
        then summed.last_resolved_in_horizon_at
    end as fully_resolved_at,
    coalesce(summed.resolves_in_horizon, 0) as resolves_in_horizon,
    coalesce(summed.reopened_resolves, 0) as reopened_resolves,
    coalesce(summed.unfinished_resolves, 0) as unfinished_resolves,
    coalesce(summed.replies_in_first_contact, 0) as replies_in_first_contact,
    coalesce(summed.resolves_in_first_contact, 0) as resolves_in_first_contact,
    coalesce(summed.messages_in_first_contact, 0) as messages_in_first_contact,
    coalesce(summed.has_several_agents, false) as has_several_agents,
    inquiry.created_at + :horizon_hours * interval 1 hour as horizon_at,
    coalesce(
      summed.first_resolved_at <= inquiry.created_at + :horizon_hours * interval 1 hour, false
    ) as is_resolved_in_horizon,
    coalesce(
      inquiry.cutoff_at >= summed.first_resolved_at + :repeat_days * interval 1 day, false
    ) as is_first_contact_over,
    coalesce(summed.transfers_in_first_contact, 0)
    + coalesce(summed.reopens_in_first_contact, 0)
    + case
      when issue.next_contact_at <= summed.first_resolved_at + :repeat_days * interval 1 day then 1
      else 0
    end as first_contact_failures
  from inquiries_as_of as inquiry
  join as_of_users as seen
    on seen.as_of_date = inquiry.as_of_date and seen.user_id = inquiry.user_id
  left join contact_issues_as_of as issue
    on issue.as_of_date = inquiry.as_of_date and issue.inquiry_id = inquiry.inquiry_id
  left join summed
    on summed.as_of_date = inquiry.as_of_date and summed.inquiry_id = inquiry.inquiry_id
)
select
  as_of_date,
  seen_before_date,
  cutoff_at,
  inquiry_id,
  user_id,
  service,
  channel,
  office,
  topic_id,
  transaction_id,
  created_at,
  created_date,
  week_start_date,
  case when is_merged then root_id end as merged_into_id,
  is_merged,
  is_spam,
  is_test,
  is_counted,
  issue_id,
  is_repeat,
  next_contact_at,
  first_reply_at,
  hours_between(created_at, first_reply_at) as first_reply_hours,
  (reply_day.open_minutes_before - created_day.open_minutes_before) / cast(60 as double)
  + least(greatest(hours_between(reply_day.opens_at, first_reply_at), 0), reply_day.open_hours)
  - least(greatest(hours_between(created_day.opens_at, created_at), 0), created_day.open_hours)
    as first_reply_business_hours,
  public_agent_replies,
  customer_messages,
  transfers,
  first_resolved_at,
  last_resolved_at,
  durably_resolved_at,
  fully_resolved_at,
  hours_between(created_at, fully_resolved_at) as full_resolution_hours,
  (resolved_day.open_minutes_before - created_day.open_minutes_before) / cast(60 as double)
  + least(greatest(hours_between(resolved_day.opens_at, fully_resolved_at), 0), resolved_day.open_hours)
  - least(greatest(hours_between(created_day.opens_at, created_at), 0), created_day.open_hours)
    as full_resolution_business_hours,
  resolves,
  reopens,
  customer_reopens,
  resolves_in_horizon,
  reopened_resolves,
  unfinished_resolves,
  is_resolved_now,
  case
    when durably_resolved_at <= horizon_at then true
    when cutoff_at >= horizon_at + :stability_hours * interval 1 hour then false
  end as is_durably_resolved,
  case
    when not is_resolved_in_horizon and cutoff_at >= horizon_at then false
    when not is_resolved_in_horizon then null
    when first_contact_failures > 0 or replies_in_first_contact > 1 then false
    when is_first_contact_over then true
  end as is_fcr_no_repeat,
  case
    when not is_resolved_in_horizon and cutoff_at >= horizon_at then false
    when not is_resolved_in_horizon then null
    when replies_in_first_contact > 1 then false
    when is_first_contact_over then replies_in_first_contact = 1
  end as is_one_touch_eq1,
  case
    when not is_resolved_in_horizon and cutoff_at >= horizon_at then false
    when not is_resolved_in_horizon then null
    when replies_in_first_contact > 1 then false
    when is_first_contact_over then true
  end as is_one_touch_lt2,
  case
    when not is_resolved_in_horizon and cutoff_at >= horizon_at then false
    when not is_resolved_in_horizon then null
    when messages_in_first_contact > 0 then false
    when is_first_contact_over then true
  end as is_fcr_customer0,
  case
    when not is_resolved_in_horizon and cutoff_at >= horizon_at then false
    when not is_resolved_in_horizon then null
    when resolves_in_first_contact > 1 or has_several_agents then false
    when is_first_contact_over then true
  end as is_closed_once_one_agent
from states
left join business_days as created_day on created_day.day_date = cast(states.created_at as date)
left join business_days as reply_day on reply_day.day_date = cast(states.first_reply_at as date)
left join business_days as resolved_day
  on resolved_day.day_date = cast(states.fully_resolved_at as date)
where
  not exists (
    select 1
    from inquiry_states_before as settled
    where
      settled.inquiry_id = states.inquiry_id
      and settled.created_date
        < cast(cast(:run_date as date) - :backlog_days * interval 1 day as date)
  )
  and (
    states.created_date >= cast(cast(:run_date as date) - :backlog_days * interval 1 day as date)
    or states.week_start_date
      >= coalesce((select min(week_start_date) from inquiry_states_before), cast('1970-01-01' as date))
  )
