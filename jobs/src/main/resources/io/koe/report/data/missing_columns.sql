-- needs: landed_inquiries, landed_inquiry_messages, landed_inquiry_events, landed_help_sessions
-- Optional columns without a value in any row that arrived in these days, and what can't be told without them.
with inquiries as (
  select
    'inquiries' as table_name, count(*) as arrived,
    [
      {column_name: 'office', filled: count(office), outputs: 'office_comparison_weekly, office in metrics_daily and metrics_weekly'},
      {column_name: 'platform', filled: count(platform), outputs: 'releases of one platform in release_impacts'},
      {column_name: 'transaction_id', filled: count(transaction_id), outputs: 'contacted_share in contact_rates_weekly'}
    ] as columns
  from landed_inquiries
  where arrival_date between :first_date and :last_date
),
messages as (
  select
    'inquiry_messages' as table_name, count(*) as arrived,
    [{column_name: 'agent_id', filled: count(agent_id), outputs: 'closed_once_one_agent in metrics_daily and metrics_weekly'}] as columns
  from landed_inquiry_messages
  where arrival_date between :first_date and :last_date and author_type = 'agent'
),
merges as (
  select
    'inquiry_events' as table_name, count(*) as arrived,
    [{column_name: 'value', filled: count("value"), outputs: 'merged inquiries in inquiry_states'}] as columns
  from landed_inquiry_events
  where arrival_date between :first_date and :last_date and event_type = 'merged'
),
sessions as (
  select
    'help_sessions' as table_name, count(*) as arrived,
    [
      {column_name: 'article_ids', filled: count(article_ids), outputs: 'article_id in self_resolution_daily, faq_gaps_weekly'},
      {column_name: 'feedback', filled: count(feedback), outputs: 'sessions_confirmed in self_resolution_daily'},
      {column_name: 'user_id', filled: count(user_id), outputs: 'sessions_escalated in self_resolution_daily'}
    ] as columns
  from landed_help_sessions
  where arrival_date between :first_date and :last_date
),
tables as (
  select table_name, arrived, unnest(columns) as entry from inquiries
  union all select table_name, arrived, unnest(columns) from messages
  union all select table_name, arrived, unnest(columns) from merges
  union all select table_name, arrived, unnest(columns) from sessions
)
select table_name, entry.column_name as column_name, entry.outputs as outputs
from tables
where arrived > 0 and entry.filled = 0
order by table_name, column_name
