-- fail: a labeller has suggested two names for a topic
-- G1
select topic_id, model, prompt_version, count(*) as suggestions
from topic_suggested_labels
group by topic_id, model, prompt_version
having count(*) > 1
