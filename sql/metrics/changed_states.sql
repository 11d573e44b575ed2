-- place: internal
-- grain: one row per week and transaction of an inquiry whose state is not the published one, as it is and as it was
-- backlog_from_date: the first day on which its place in the backlog may differ because its topic does; null = same.
create or replace temporary view changed_states comment 'states that are not the published ones | 公開済みと異なる状態' as
with
now as (
  select * from inquiry_states_as_of where as_of_date = :run_date
),
changed as (
  select
    now.week_start_date as week_now,
    before.week_start_date as week_before,
    now.transaction_id as transaction_id_now,
    before.transaction_id as transaction_id_before,
    case
      when before.inquiry_id is not null and now.topic_id is distinct from before.topic_id
        then least(now.created_date, before.created_date)
    end as backlog_from_date
  from now
  left join inquiry_states_before as before on before.inquiry_id = now.inquiry_id
  where
    before.inquiry_id is null
    or now.user_id is distinct from before.user_id
    or now.service is distinct from before.service
    or now.channel is distinct from before.channel
    or now.office is distinct from before.office
    or now.topic_id is distinct from before.topic_id
    or now.transaction_id is distinct from before.transaction_id
    or now.created_at is distinct from before.created_at
    or now.created_date is distinct from before.created_date
    or now.merged_into_id is distinct from before.merged_into_id
    or now.is_merged is distinct from before.is_merged
    or now.is_spam is distinct from before.is_spam
    or now.is_test is distinct from before.is_test
    or now.is_counted is distinct from before.is_counted
    or now.issue_id is distinct from before.issue_id
    or now.is_repeat is distinct from before.is_repeat
    or now.next_contact_at is distinct from before.next_contact_at
    or now.first_reply_at is distinct from before.first_reply_at
    or now.first_reply_hours is distinct from before.first_reply_hours
    or now.first_reply_business_hours is distinct from before.first_reply_business_hours
    or now.public_agent_replies is distinct from before.public_agent_replies
    or now.customer_messages is distinct from before.customer_messages
    or now.transfers is distinct from before.transfers
    or now.first_resolved_at is distinct from before.first_resolved_at
    or now.last_resolved_at is distinct from before.last_resolved_at
    or now.durably_resolved_at is distinct from before.durably_resolved_at
    or now.fully_resolved_at is distinct from before.fully_resolved_at
    or now.full_resolution_hours is distinct from before.full_resolution_hours
    or now.full_resolution_business_hours is distinct from before.full_resolution_business_hours
    or now.resolves is distinct from before.resolves
    or now.reopens is distinct from before.reopens
    or now.customer_reopens is distinct from before.customer_reopens
    or now.resolves_in_horizon is distinct from before.resolves_in_horizon
    or now.reopened_resolves is distinct from before.reopened_resolves
    or now.unfinished_resolves is distinct from before.unfinished_resolves
    or now.is_resolved_now is distinct from before.is_resolved_now
    or now.is_durably_resolved is distinct from before.is_durably_resolved
    or now.is_fcr_no_repeat is distinct from before.is_fcr_no_repeat
    or now.is_one_touch_eq1 is distinct from before.is_one_touch_eq1
    or now.is_one_touch_lt2 is distinct from before.is_one_touch_lt2
    or now.is_fcr_customer0 is distinct from before.is_fcr_customer0
    or now.is_closed_once_one_agent is distinct from before.is_closed_once_one_agent
    or now.week_start_date is distinct from before.week_start_date
)
select week_now as week_start_date, transaction_id_now as transaction_id, backlog_from_date
from changed
union
select week_before, transaction_id_before, backlog_from_date
from changed
where week_before is not null
