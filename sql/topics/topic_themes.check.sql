-- fail: a theme has two rows that are valid on the same day, or a topic of today has no theme of today
-- G1
select one.theme_id, one.valid_from, other.valid_from as other_valid_from
from topic_themes as one
join topic_themes as other
  on one.theme_id = other.theme_id
  and one.valid_from < other.valid_from
  and (one.valid_to is null or one.valid_to >= other.valid_from)
union all
select t.theme_id, t.valid_from, cast(null as date) as other_valid_from
from topics as t
left join topic_themes as h on h.theme_id = t.theme_id and h.valid_to is null
where t.valid_to is null
  and t.status in ('new', 'active')
  and t.theme_id is not null
  and h.theme_id is null
