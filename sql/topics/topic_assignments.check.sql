-- fail: an inquiry has no primary topic under a model, or more than one
-- G6
select model_date, inquiry_id, sum(case when is_primary then 1 else 0 end) as primaries
from topic_assignments
-- A run assigns to the model that was in force when it began, and to later ones.
where model_date >= (
  select coalesce(max(model_date), cast('1970-01-01' as date))
  from topic_models
  where model_date < :first_date
)
group by model_date, inquiry_id
having sum(case when is_primary then 1 else 0 end) <> 1
