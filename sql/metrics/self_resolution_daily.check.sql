-- fail: the classes of help sessions do not add up, or the bounds are the wrong way round
-- G5, G6
select session_date, service, entry, article_id, topic_id
from self_resolution_daily
where
  week_start_date in (select week_start_date from touched_weeks where subject = 'contacts')
  and (
    sessions
    <> sessions_confirmed + sessions_escalated + sessions_assumed + sessions_unlinkable
      + sessions_immature
    or value_low > value_high
    or value_low < 0
    or value_high > 1
    or (is_suppressed and (sessions is not null or value_low is not null))
  )
