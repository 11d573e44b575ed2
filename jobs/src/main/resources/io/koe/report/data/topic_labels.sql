-- needs: topics
select topic_id, label
from topics
where valid_from <= :week_end
order by topic_id, valid_from
