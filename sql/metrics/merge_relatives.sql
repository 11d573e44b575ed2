-- place: internal
-- grain: one row per inquiry and inquiry merged with it, directly or further away, itself included
create or replace temporary view merge_relatives comment 'inquiries merged with one another | 統合された問い合わせの組' as
with
families as (
  select ancestor_id, inquiry_id, known_date from merge_chains
  union
  select ancestor_id, ancestor_id, known_date from merge_chains
)
select
  one.inquiry_id,
  other.inquiry_id as relative_id,
  min(greatest(one.known_date, other.known_date)) as known_date
from families as one
join families as other on other.ancestor_id = one.ancestor_id
group by one.inquiry_id, other.inquiry_id
