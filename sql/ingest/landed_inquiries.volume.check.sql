-- warn: a night's number of inquiries is beyond the median of the same weekdays of eight weeks ± 5 MAD
-- G13
-- The median absolute deviation of so few days may be near none by chance: its least is that of a Poisson count, or 4 %.
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
),
spreads as (
  select
    centre.arrival_date,
    centre.inquiries,
    centre.centre,
    median(abs(pair.inquiries_before - centre.centre)) as deviation
  from centres as centre
  join pairs as pair on pair.arrival_date = centre.arrival_date
  group by centre.arrival_date, centre.inquiries, centre.centre
)
select arrival_date, inquiries, centre, deviation
from spreads
where abs(inquiries - centre) > 5 * greatest(deviation, 0.6745e0 * sqrt(centre), 0.04e0 * centre)
