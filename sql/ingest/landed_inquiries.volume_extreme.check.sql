-- fail: a night has no inquiries, or more than ten times as many as the same weekdays of eight weeks
-- G13
-- Of few inquiries a day (a median below 20) none or 100 are no surprise.
with days as (
  select night.arrival_date, count(landed.inquiry_id) as inquiries
  from (
    select distinct arrival_date
    from input_files
    where table_name = 'inquiries'
      and arrival_date >= cast(cast(:first_date as date) - interval 56 day as date)
  ) as night
  left join known_inquiries as landed on landed.arrival_date = night.arrival_date
  group by night.arrival_date
),
pairs as (
  select night.arrival_date, night.inquiries, before.inquiries as inquiries_before
  from days as night
  join days as before
    on before.arrival_date < night.arrival_date
    and before.arrival_date >= cast(night.arrival_date - interval 56 day as date)
    and dayofweek(before.arrival_date) = dayofweek(night.arrival_date)
  where night.arrival_date between :first_date and :run_date
),
centres as (
  select arrival_date, inquiries, median(inquiries_before) as centre
  from pairs
  group by arrival_date, inquiries
  having count(*) >= 4
)
select arrival_date, inquiries, centre
from centres
where (inquiries = 0 and centre >= 20) or inquiries > 10 * greatest(centre, 10)
