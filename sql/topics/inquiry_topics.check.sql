-- fail: an inquiry has no primary topic, or more than one, or weights above 1
-- G6
select inquiry_id, sum(case when is_primary then 1 else 0 end) as primaries, sum(weight) as weight
from inquiry_topics
where created_date >= :resent_from
group by inquiry_id
having sum(case when is_primary then 1 else 0 end) <> 1 or sum(weight) > 1.000001
