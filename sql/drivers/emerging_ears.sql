-- place: internal
-- grain: one row per night and candidate of emerging_tests
-- The statistics of EARS over the counts of the night and of up to 11 days before it: a day with
-- contacts but none of the candidate is 0, a day without any contacts is not known.
create or replace temporary view emerging_ears (
  night_date comment 'night on which something was looked at | 夜',
  candidate_type comment 'topic, unassigned (the pool) or term | 候補の種類',
  candidate comment 'topic id, unassigned, or the term | 候補',
  ears_c1 comment 'EARS C1: deviation from the 7 days before in their standard deviations; null = they are all alike or not all known | EARS C1',
  ears_c2 comment 'EARS C2: the same from the 7 days that end 3 days before | EARS C2',
  ears_c3 comment 'EARS C3: what of C2 is above 1, over three days | EARS C3'
) comment 'EARS statistics of a night | EARS統計量' as
with candidates as (
  select e.night_date, e.candidate_type, e.candidate, m.model_date
  from emerging_tests as e
  join (select distinct night_date, model_date from baseline_days) as m
    on m.night_date = e.night_date
),
counts as (
  select c.night_date, c.candidate_type, c.candidate, d.day_date, 0 as inquiries
  from candidates as c
  join contact_days as d
    on d.day_date >= cast(c.night_date - interval 11 day as date) and d.day_date <= c.night_date
  union all
  select c.night_date, c.candidate_type, c.candidate, t.arrival_date as day_date, t.inquiries
  from candidates as c
  join topic_counts_nightly as t
    on t.model_date = c.model_date and t.topic_id = c.candidate
    and t.arrival_date >= cast(c.night_date - interval 11 day as date)
    and t.arrival_date <= c.night_date
  where c.candidate_type = 'topic'
  union all
  select c.night_date, c.candidate_type, c.candidate, p.arrival_date as day_date, p.inquiries
  from candidates as c
  join pool_counts_daily as p
    on p.arrival_date >= cast(c.night_date - interval 11 day as date)
    and p.arrival_date <= c.night_date
  where c.candidate_type = 'unassigned'
  union all
  select c.night_date, c.candidate_type, c.candidate, w.arrival_date as day_date, w.inquiries
  from candidates as c
  join term_counts_daily as w
    on w.term = c.candidate
    and w.arrival_date >= cast(c.night_date - interval 11 day as date)
    and w.arrival_date <= c.night_date
  where c.candidate_type = 'term'
    and w.arrival_date >= cast(cast(:first_date as date) - interval 11 day as date)
    and w.arrival_date <= :run_date
),
ages as (
  select night_date, candidate_type, candidate, inquiries,
    datediff(night_date, day_date) as age
  from counts
),
days as (
  select
    night_date,
    candidate_type,
    candidate,
    cast(sum(case when age = 11 then inquiries end) as double) as days_11,
    cast(sum(case when age = 10 then inquiries end) as double) as days_10,
    cast(sum(case when age = 9 then inquiries end) as double) as days_9,
    cast(sum(case when age = 8 then inquiries end) as double) as days_8,
    cast(sum(case when age = 7 then inquiries end) as double) as days_7,
    cast(sum(case when age = 6 then inquiries end) as double) as days_6,
    cast(sum(case when age = 5 then inquiries end) as double) as days_5,
    cast(sum(case when age = 4 then inquiries end) as double) as days_4,
    cast(sum(case when age = 3 then inquiries end) as double) as days_3,
    cast(sum(case when age = 2 then inquiries end) as double) as days_2,
    cast(sum(case when age = 1 then inquiries end) as double) as days_1,
    cast(sum(case when age = 0 then inquiries end) as double) as days_0
  from ages
  group by night_date, candidate_type, candidate
)
select
  night_date,
  candidate_type,
  candidate,
  ears_c1(array(days_7, days_6, days_5, days_4, days_3, days_2, days_1, days_0)) as ears_c1,
  ears_c2(array(days_9, days_8, days_7, days_6, days_5, days_4,
    days_3, days_2, days_1, days_0)) as ears_c2,
  ears_c3(array(days_11, days_10, days_9, days_8, days_7, days_6, days_5,
    days_4, days_3, days_2, days_1, days_0)) as ears_c3
from days
