-- fail: a landed inquiry has no row of terms, or a row of terms has no landed inquiry
-- G4
select arrival_date, sum(landed) as landed, sum(tokenized) as tokenized
from (
  select arrival_date, count(*) as landed, 0 as tokenized
  from landed_inquiries
  where arrival_date >= :resent_from
  group by arrival_date
  union all
  select arrival_date, 0 as landed, count(*) as tokenized
  from inquiry_tokens
  where arrival_date >= :resent_from
  group by arrival_date
) as counts
group by arrival_date
having sum(landed) <> sum(tokenized)
