-- place: restricted
-- grain: one row per night and term
-- partitioned by: arrival_date
-- read by day: yes
-- question: On which days did customers write a word?
create or replace temporary view term_counts_daily (
  term comment 'term in base form | 語（基本形）',
  inquiries comment 'inquiries that have the term | その語を含む問い合わせ数',
  users comment 'distinct users | 利用者数',
  arrival_date comment 'day the row arrived (dt of the drop) | 到着日（dt）'
) comment 'Inquiries per term and night | 語ごとの問い合わせ件数' as
with contacts as (
  select inquiry_id, user_id, arrival_date
  from timely_contacts
  where arrival_date >= :first_date and arrival_date <= :run_date
),
tokens as (
  select inquiry_id, arrival_date, explode(array_distinct(terms)) as term
  from inquiry_tokens
  where arrival_date >= :first_date and arrival_date <= :run_date
)
select
  t.term,
  count(distinct t.inquiry_id) as inquiries,
  count(distinct c.user_id) as users,
  t.arrival_date
from tokens as t
join contacts as c on c.inquiry_id = t.inquiry_id and c.arrival_date = t.arrival_date
group by t.term, t.arrival_date
