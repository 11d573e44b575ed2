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
  select
    inquiry_id,
    user_id,
    arrival_date,
    count(*) over (partition by user_id, arrival_date) as inquiries_of_user
  from timely_contacts
  where arrival_date >= :first_date and arrival_date <= :run_date
),
texts as (
  select
    t.terms,
    t.arrival_date,
    c.user_id,
    case when c.inquiries_of_user > 1 then c.user_id end as repeater
  from inquiry_tokens as t
  join contacts as c on c.inquiry_id = t.inquiry_id and c.arrival_date = t.arrival_date
  where t.arrival_date >= :first_date and t.arrival_date <= :run_date
),
words as (
  select explode(array_distinct(terms)) as term, arrival_date, user_id, repeater
  from texts
)
-- Users who wrote once that night, nearly all, are counted with their inquiries, the others one by one: to tell a term's
-- users apart, each word of each text would have to be sorted.
select
  term,
  count(*) as inquiries,
  count(case when repeater is null then user_id end) + count(distinct repeater) as users,
  arrival_date
from words
group by term, arrival_date
