-- fail: an inquiry has no primary topic under a model, or more than one
-- G6
select model_date, inquiry_id, sum(case when is_primary then 1 else 0 end) as primaries
from topic_assignments
group by model_date, inquiry_id
having sum(case when is_primary then 1 else 0 end) <> 1
