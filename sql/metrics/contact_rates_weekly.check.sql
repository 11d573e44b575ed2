-- fail: a contact rate is doubled, negative, outside its interval, or a share is above 1
-- G1, G5
select week_start_date, service, measure, topic_id, clock
from contact_rates_weekly
where week_start_date in (select week_start_date from touched_weeks where subject = 'rates')
group by week_start_date, service, measure, topic_id, clock
having
  count(*) > 1
  or count_if(
    contacts_per_1000 < ci_low
    or contacts_per_1000 > ci_high
    or contacted_share > 1
    or (is_suppressed and contacts is not null)
  ) > 0
