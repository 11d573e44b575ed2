-- needs: topic_lineage
select topic_id, event, previous_topic_id, model_date
from topic_lineage
where event <> 'same' and model_date <= :week_end
order by topic_id, model_date desc, event, previous_topic_id
