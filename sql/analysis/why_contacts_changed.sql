-- question: Why did contacts change from the week before: more users, another mix, or more contacts per user? | 前週から問い合わせが増減したのは、利用者数・構成・発生率のどれによるか
-- tables: volume_changes_weekly
-- change: the dimension: service, topic, channel
-- The newest final week by service. The four effects of a row add up to its total_change, and the rows to the change
-- of all contacts; services with too few users are one, withheld.
select
  iso_week,
  segment as service,
  contacts_before,
  contacts_after,
  exposure_effect,
  mix_effect,
  rate_effect,
  entry_exit_effect,
  total_change
from volume_changes_weekly
where
  dimension = 'service'
  and service = 'all'
  and week_start_date = (select max(week_start_date) from volume_changes_weekly where is_mature)
order by abs(total_change) desc, segment
