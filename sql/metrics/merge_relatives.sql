-- place: internal
-- grain: one row per inquiry and inquiry merged with it, directly or further away, itself included
create or replace temporary view merge_relatives comment 'inquiries merged with one another | 統合された問い合わせの組' as
with
families as (
  select
    ancestor_id,
    case when is_ancestor then ancestor_id else inquiry_id end as inquiry_id,
    min(known_date) as known_date
  from merge_chains
  cross join (values (true), (false)) as members (is_ancestor)
  group by 1, 2
)
select
  one.inquiry_id,
  other.inquiry_id as relative_id,
  min(greatest(one.known_date, other.known_date)) as known_date
from families as one
join families as other on other.ancestor_id = one.ancestor_id
group by one.inquiry_id, other.inquiry_id
