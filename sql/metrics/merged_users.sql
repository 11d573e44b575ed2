-- place: internal
-- grain: one row per two users whose inquiries were merged with one another
create or replace temporary view merged_users comment 'users of merged inquiries | 統合された問い合わせの利用者の組' as
select distinct one.user_id, other.user_id as related_user_id
from merge_relatives as relatives
join known_inquiries as one on one.inquiry_id = relatives.inquiry_id
join known_inquiries as other
  on other.inquiry_id = relatives.relative_id and other.user_id <> one.user_id
