-- needs: release_impacts, releases
-- A release of one platform or service is about that alone.
select i.release_id, i.kind, i.title, i.started_date, i.metric_id, i.topic_id, i.label, r.platform, r.service,
  i.contacts_before * 7.0 / i.days_before as contacts_before, i.contacts_after * 7.0 / i.days as contacts_after,
  i.control_before, i.control_after, i.effect, i.effect_low, i.effect_high, i.verdict
from release_impacts as i
left join (select release_id, max(platform) as platform, max(service) as service from releases group by release_id) as r
  on r.release_id = i.release_id
where i.started_date between :week_start - interval 28 day and :week_end
order by case i.verdict when 'worse' then 0 when 'better' then 1 else 2 end,
  i.started_date desc, i.release_id, i.metric_id, i.q_value, i.topic_id
