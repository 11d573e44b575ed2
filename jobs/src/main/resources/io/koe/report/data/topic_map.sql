-- needs: topics, topic_themes, contact_drivers_weekly
-- The week's topics where their model placed them, most contacts first; not the pool, not small cells.
with placed as (
  select topic_id, terms, theme_id, map_x, map_y
  from topics
  where valid_from <= :week_end and (valid_to is null or valid_to >= :week_end) and map_x is not null
),
themes as (
  select theme_id, max_by(label, valid_from) as theme
  from topic_themes
  where valid_from <= :week_end
  group by theme_id
)
select p.topic_id, d.label, p.terms, coalesce(t.theme, p.theme_id) as theme, p.map_x, p.map_y, d.contacts,
  d.change_from_previous_week as change, d.is_mature
from placed as p
join contact_drivers_weekly as d on d.topic_id = p.topic_id
left join themes as t on t.theme_id = p.theme_id
where d.week_start_date = :week_start and d.service = 'all' and not d.is_suppressed and d.contacts > 0
order by d.contacts desc, p.topic_id
