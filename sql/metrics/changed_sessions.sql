-- place: internal
-- grain: one row per week with a help session whose outcome is not the published one, as it is and as it was
-- And the week of the contact a bot session led to: what no bot session led to is counted there.
create or replace temporary view changed_sessions comment 'outcomes that are not the published ones | 公開済みと異なるセッション結果' as
with
now as (
  select * from session_outcomes_now
),
changed as (
  select
    now.week_start_date as week_now,
    before.week_start_date as week_before,
    case
      when now.entry = 'bot' and now.inquiry_id is not null
        then cast(date_trunc(
          'week', now.ended_at + cast(ceil(now.hours_to_contact) as int) * interval 1 hour) as date)
    end as contact_week_now,
    case
      when before.entry = 'bot' and before.inquiry_id is not null
        then cast(date_trunc(
          'week', before.ended_at + cast(ceil(before.hours_to_contact) as int) * interval 1 hour)
          as date)
    end as contact_week_before
  from now
  left join help_session_outcomes_before as before on before.session_id = now.session_id
  where
    before.session_id is null
    or now.user_id is distinct from before.user_id
    or now.service is distinct from before.service
    or now.started_at is distinct from before.started_at
    or now.ended_at is distinct from before.ended_at
    or now.session_date is distinct from before.session_date
    or now.entry is distinct from before.entry
    or now.articles is distinct from before.articles
    or now.article_id is distinct from before.article_id
    or now.feedback is distinct from before.feedback
    or now.handed_over is distinct from before.handed_over
    or now.outcome is distinct from before.outcome
    or now.outcome_72_hours is distinct from before.outcome_72_hours
    or now.inquiry_id is distinct from before.inquiry_id
    or now.topic_id is distinct from before.topic_id
    or now.hours_to_contact is distinct from before.hours_to_contact
    or now.week_start_date is distinct from before.week_start_date
)
select distinct week_start_date
from (
  select
    case side.nth
      when 1 then week_now
      when 2 then week_before
      when 3 then contact_week_now
      when 4 then contact_week_before
    end as week_start_date
  from changed
  cross join (values (1), (2), (3), (4)) as side (nth)
) as weeks
where week_start_date is not null
