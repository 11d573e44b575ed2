-- needs: faq_gaps_weekly
select *
from faq_gaps_weekly
where week_start_date = :week_start
