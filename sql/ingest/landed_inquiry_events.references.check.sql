-- warn: more than one in a thousand events of a night, and more than ten, are of inquiries that never arrived
-- G4
-- At the beginning of a history they are of inquiries from before it, so this does not stop a night.
select event.arrival_date, count(*) as events, count_if(inquiry.inquiry_id is null) as unknown_inquiries
from landed_inquiry_events as event
left join (select distinct inquiry_id from known_inquiries) as inquiry
  on inquiry.inquiry_id = event.inquiry_id
where event.arrival_date between :first_date and :run_date
group by event.arrival_date
having count_if(inquiry.inquiry_id is null) > greatest(10, 0.001 * count(*))
