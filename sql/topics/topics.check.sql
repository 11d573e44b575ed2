-- fail: a topic has two rows that are valid on the same day
-- G1
select one.topic_id, one.valid_from, other.valid_from as other_valid_from
from topics as one
join topics as other
  on one.topic_id = other.topic_id
  and one.valid_from < other.valid_from
  and (one.valid_to is null or one.valid_to >= other.valid_from)
