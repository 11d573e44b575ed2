-- fail: an event is of a kind nobody knows
-- G3
select event_type, count(*) as events
from landed_inquiry_events
where arrival_date between :first_date and :run_date
  and event_type not in (
    'assigned', 'transferred', 'escalated', 'resolved', 'reopened', 'merged', 'marked_spam', 'marked_test', 'csat'
  )
group by event_type
