-- place: internal
-- grain: one row per accepted inquiry row and arrival night up to the run's date
-- Without texts, and in one place instead of a file a day: many queries look for inquiries of any age.
create or replace temporary view known_inquiries comment 'inquiries as they arrived | 到着した問い合わせ' as
select
  inquiry_id,
  user_id,
  service,
  channel,
  office,
  platform,
  transaction_id,
  created_at,
  arrival_date
from landed_inquiries
where arrival_date <= :run_date
