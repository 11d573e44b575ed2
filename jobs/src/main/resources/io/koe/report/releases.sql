-- needs: release_impacts
select *
from release_impacts
where started_date between :week_start - interval 21 day and :week_end
order by started_date desc, release_id
