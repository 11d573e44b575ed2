-- fail: an inquiry is there twice, or under a day that isn't its own
-- G1
select inquiry_id, count(*) as copies
from inquiries
where created_date >= :resent_from
group by inquiry_id
having count(*) > 1 or count(*) filter (where cast(created_at as date) <> created_date) > 0
