-- place: internal
-- grain: one row per night and inquiry known by its end, of the users to compute and those they are merged with
create or replace temporary view inquiries_as_of
comment 'inquiries as known on a night, merges followed | ある夜の時点の問い合わせ' as
with
scope as (
  select as_of_date, user_id from as_of_users
  union
  select seen.as_of_date, merged_users.related_user_id
  from as_of_users as seen
  join merged_users on merged_users.user_id = seen.user_id
),
wanted as (
  select distinct inquiry_id
  from known_inquiries
  where arrival_date <= :run_date and user_id in (select user_id from scope)
),
versions as (
  select
    inquiry_id,
    user_id,
    service,
    channel,
    coalesce(office, 'unknown') as office,
    transaction_id,
    created_at,
    arrival_date,
    lead(arrival_date)
      over (partition by inquiry_id order by arrival_date, created_at, user_id) as replaced_date
  from known_inquiries
  where arrival_date <= :run_date and inquiry_id in (select inquiry_id from wanted)
),
nights as (
  select distinct as_of_date from as_of_users
),
roots as (
  select
    nights.as_of_date,
    merge_chains.inquiry_id,
    max_by(merge_chains.ancestor_id, merge_chains.level) as root_id
  from nights
  join merge_chains on merge_chains.known_date <= nights.as_of_date
  group by nights.as_of_date, merge_chains.inquiry_id
),
marks as (
  select
    inquiry_id,
    min(arrival_date) filter (where event_type = 'marked_spam') as spam_known_date,
    min(arrival_date) filter (where event_type = 'marked_test') as test_known_date
  from known_events
  where event_type in ('marked_spam', 'marked_test') and arrival_date <= :run_date
  group by inquiry_id
),
-- Topics change for inquiries of the days since :resent_from; of older ones they are as published.
topics_of as (
  select inquiry_id, min(topic_id) as topic_id
  from inquiry_topics
  where
    created_date >= :resent_from
    and is_primary
    and inquiry_id in (select inquiry_id from wanted)
  group by inquiry_id
),
topics_before as (
  select inquiry_id, topic_id
  from inquiry_states_before
  where inquiry_id in (select inquiry_id from wanted)
),
known as (
  select
    scope.as_of_date,
    version.inquiry_id,
    version.user_id,
    version.service,
    version.channel,
    version.office,
    version.transaction_id,
    version.created_at,
    coalesce(roots.root_id, version.inquiry_id) as root_id,
    coalesce(topics_of.topic_id, topics_before.topic_id, 'unassigned') as topic_id,
    coalesce(marks.spam_known_date <= scope.as_of_date, false) as is_spam,
    coalesce(marks.test_known_date <= scope.as_of_date, false) as is_test
  from scope
  join versions as version
    on version.user_id = scope.user_id
    and version.arrival_date <= scope.as_of_date
    and (version.replaced_date is null or version.replaced_date > scope.as_of_date)
  left join roots
    on roots.as_of_date = scope.as_of_date and roots.inquiry_id = version.inquiry_id
  left join marks on marks.inquiry_id = version.inquiry_id
  left join topics_of on topics_of.inquiry_id = version.inquiry_id
  left join topics_before on topics_before.inquiry_id = version.inquiry_id
),
child_versions as (
  select
    inquiry_id,
    created_at,
    arrival_date,
    lead(arrival_date)
      over (partition by inquiry_id order by arrival_date, created_at, user_id) as replaced_date
  from known_inquiries
  where arrival_date <= :run_date and inquiry_id in (select inquiry_id from merge_chains)
),
handed_over as (
  select roots.as_of_date, roots.root_id, min(version.created_at) as created_at
  from roots
  join child_versions as version
    on version.inquiry_id = roots.inquiry_id
    and version.arrival_date <= roots.as_of_date
    and (version.replaced_date is null or version.replaced_date > roots.as_of_date)
  group by roots.as_of_date, roots.root_id
),
opened as (
  select
    known.*,
    least(known.created_at, coalesce(handed_over.created_at, known.created_at)) as opened_at
  from known
  left join handed_over
    on handed_over.as_of_date = known.as_of_date and handed_over.root_id = known.inquiry_id
)
select
  as_of_date,
  cast(as_of_date as timestamp) + interval 1 day as cutoff_at,
  inquiry_id,
  root_id,
  user_id,
  service,
  channel,
  office,
  topic_id,
  transaction_id,
  opened_at as created_at,
  cast(opened_at as date) as created_date,
  cast(date_trunc('week', opened_at) as date) as week_start_date,
  root_id <> inquiry_id as is_merged,
  is_spam,
  is_test,
  root_id = inquiry_id and not is_spam and not is_test as is_counted
from opened
