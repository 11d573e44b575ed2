-- warn: texts hold three times as many masked words as in the week before, or a third: look at the masker
-- G16
with nights as (
  select
    arrival_date,
    count(*) as inquiries,
    sum(length(body) - length(replace(body, '<', ''))) as masked
  from landed_inquiries
  where arrival_date >= cast(cast(:first_date as date) - interval 7 day as date)
  group by arrival_date
),
weeks as (
  select night.arrival_date, night.inquiries, night.masked,
    sum(before.masked) / cast(sum(before.inquiries) as double) as masked_before
  from nights as night
  join nights as before
    on before.arrival_date < night.arrival_date
    and before.arrival_date >= cast(night.arrival_date - interval 7 day as date)
  where night.arrival_date between :first_date and :run_date
  group by night.arrival_date, night.inquiries, night.masked
)
select arrival_date, inquiries, masked, masked_before
from weeks
where greatest(masked, inquiries * masked_before) >= 30
  and (masked > 3 * inquiries * masked_before or 3 * masked < inquiries * masked_before)
