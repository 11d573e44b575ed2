-- fail: an inquiry is missing, doubled, both excluded and in an issue, or out of order
-- G1, G4
select inquiry_id, count(*) as times
from inquiry_states
where inquiry_id in (
  select inquiry_id
  from inquiry_states
  where week_start_date in (select week_start_date from touched_weeks where subject = 'contacts')
)
group by inquiry_id
having count(*) > 1
union all
select inquiry_id, 0
from inquiry_states
where
  week_start_date in (select week_start_date from touched_weeks where subject = 'contacts')
  and (
    is_counted <> (not is_merged and not is_spam and not is_test)
    or is_counted <> (issue_id is not null)
    or first_resolved_at > last_resolved_at
    or first_reply_hours < 0
    or reopened_resolves + unfinished_resolves > resolves_in_horizon
  )
union all
select landed.inquiry_id, -1
from known_inquiries as landed
left join inquiry_states as state on state.inquiry_id = landed.inquiry_id
where
  landed.arrival_date <= :run_date
  and (
    landed.arrival_date >= :first_date
    or cast(date_trunc('week', landed.created_at) as date) in
      (select week_start_date from touched_weeks where subject = 'contacts')
  )
  and state.inquiry_id is null
