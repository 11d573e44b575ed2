-- fail: a key is there twice in one night
-- G1
select arrival_date, exposure_date, service, platform, measure, count(*) as copies
from landed_exposures
where arrival_date between :first_date and :run_date
group by arrival_date, exposure_date, service, platform, measure
having count(*) > 1
