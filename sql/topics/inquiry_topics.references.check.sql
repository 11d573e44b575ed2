-- fail: an inquiry is of a topic that does not exist
-- G4
select inquiry_topic.topic_id, count(*) as inquiries
from inquiry_topics as inquiry_topic
left join (select distinct topic_id from topics) as topic
  on topic.topic_id = inquiry_topic.topic_id
where inquiry_topic.created_date >= :resent_from
  and topic.topic_id is null
  and inquiry_topic.topic_id <> 'unassigned'
group by inquiry_topic.topic_id
