-- place: internal
-- grain: one row per night and counted contact
-- An issue is a user's contacts on the same transaction, or on the same topic, chained while the gap is at
-- most :repeat_days days. The two kinds of chain are joined where they share a contact: each contact takes
-- the smallest number in its chains, twice over, which joins up to five chains in a row.
create or replace temporary view contact_issues_as_of comment 'issues of a user | 同一用件' as
with
contacts as (
  select
    as_of_date,
    user_id,
    inquiry_id,
    created_at,
    transaction_id,
    nullif(topic_id, 'unassigned') as topic_id,
    row_number()
      over (partition by as_of_date, user_id order by created_at, inquiry_id) as nth
  from inquiries_as_of
  where is_counted
),
before as (
  select
    *,
    lag(created_at)
      over (partition by as_of_date, user_id, transaction_id order by nth) as transaction_before_at,
    lag(created_at) over (partition by as_of_date, user_id, topic_id order by nth) as topic_before_at
  from contacts
),
starts as (
  select
    *,
    case
      when
        transaction_id is null
        or transaction_before_at is null
        or created_at > transaction_before_at + :repeat_days * interval 1 day
        then nth
    end as transaction_start,
    case
      when
        topic_id is null
        or topic_before_at is null
        or created_at > topic_before_at + :repeat_days * interval 1 day
        then nth
    end as topic_start
  from before
),
chains as (
  select
    *,
    max(transaction_start) over (
      partition by as_of_date, user_id, transaction_id
      order by nth rows between unbounded preceding and current row
    ) as transaction_chain,
    max(topic_start) over (
      partition by as_of_date, user_id, topic_id
      order by nth rows between unbounded preceding and current row
    ) as topic_chain
  from starts
),
joined_once as (
  select
    *,
    min(transaction_chain)
      over (partition by as_of_date, user_id, topic_id, topic_chain) as smallest1
  from chains
),
joined_twice as (
  select
    *,
    min(smallest1)
      over (partition by as_of_date, user_id, transaction_id, transaction_chain) as smallest2
  from joined_once
),
issues as (
  select
    *,
    min(smallest2) over (partition by as_of_date, user_id, topic_id, topic_chain) as issue
  from joined_twice
)
select
  as_of_date,
  inquiry_id,
  first_value(inquiry_id)
    over (partition by as_of_date, user_id, issue order by nth) as issue_id,
  lead(created_at) over (partition by as_of_date, user_id, issue order by nth) as next_contact_at
from issues
