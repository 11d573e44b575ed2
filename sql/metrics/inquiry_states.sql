-- place: restricted
-- grain: one row per inquiry, as of the run's date
-- partitioned by: week_start_date
-- question: Which inquiries of last week are still unresolved?
-- question: How many contacts did an issue take?
create or replace temporary view inquiry_states (
  inquiry_id comment 'inquiry (問い合わせ) id | 問い合わせID',
  user_id comment 'keyed pseudonym of the user | 利用者の仮名ID',
  service comment 'service the contact is about: mercari, merpay, shops, … | サービス',
  channel comment 'way of contact: form, email, chat, phone, bot | 問い合わせ経路',
  office comment 'office or partner | 拠点',
  topic_id comment 'topic; unassigned is a topic | トピックID（unassigned を含む）',
  transaction_id comment 'transaction (取引) id | 取引ID',
  created_at comment 'when the customer opened it | 問い合わせ日時',
  created_date comment 'day it was opened, Japan time | 問い合わせ日（日本時間）',
  merged_into_id comment 'inquiry it was merged into, followed upwards; null = not merged | 統合先の問い合わせID',
  is_merged comment 'merged: its messages, events and earliest time belong to merged_into_id | 統合済みか',
  is_spam comment 'marked as spam | 迷惑問い合わせか',
  is_test comment 'marked as a test | テストか',
  is_counted comment 'neither merged nor spam nor test: in the rates | 指標の対象か',
  issue_id comment 'first contact of the issue: the user''s contacts on the same transaction or topic, chained; null = not counted | 同一用件のID（最初の問い合わせID）',
  is_repeat comment 'not the first contact of its issue | 同一用件の再問い合わせか',
  next_contact_at comment 'when the next contact of the issue was opened | 同一用件の次の問い合わせ日時',
  first_reply_at comment 'first public message of an agent | 最初の公開返信日時',
  first_reply_hours comment 'hours from creation to the first public message of an agent | 初回返信までの時間（時）',
  public_agent_replies comment 'public messages of agents | 公開返信数',
  customer_messages comment 'messages of the customer after the inquiry itself | 追加の顧客メッセージ数',
  transfers comment 'transfers | 転送回数',
  first_resolved_at comment 'first resolve | 最初の解決日時',
  last_resolved_at comment 'last resolve | 最後の解決日時',
  durably_resolved_at comment 'first resolve after which nothing came back within the stability time; null = none yet | 再開のなかった最初の解決日時',
  fully_resolved_at comment 'last resolve within the horizon, not reopened within it | 期限内の最後の解決日時',
  full_resolution_hours comment 'hours from creation to fully_resolved_at | 完全解決までの時間（時）',
  resolves comment 'resolves | 解決回数',
  reopens comment 'reopens by anyone | 再開回数',
  customer_reopens comment 'reopens by the customer | 顧客による再開回数',
  resolves_in_horizon comment 'resolves within the horizon | 期限内の解決回数',
  reopened_resolves comment 'resolves within the horizon the customer reopened within the stability time | 再開された解決回数',
  unfinished_resolves comment 'resolves within the horizon whose stability time is not over | 確定前の解決回数',
  is_resolved_now comment 'resolved and not reopened since | 現在解決済みか',
  is_durably_resolved comment 'durable resolve within the horizon; null = not yet decided | 再開のない解決か（未確定は空）',
  is_fcr_no_repeat comment 'first contact resolution: no repeat, no reopen, no transfer, at most one reply; null = not yet decided | 一次解決（再問い合わせなし）',
  is_one_touch_eq1 comment 'resolved with exactly one reply; null = not yet decided | 返信1回で解決',
  is_one_touch_lt2 comment 'resolved with no or one reply; null = not yet decided | 返信1回以下で解決',
  is_fcr_customer0 comment 'resolved without a further customer message; null = not yet decided | 追加メッセージなしで解決',
  is_closed_once_one_agent comment 'resolved once, by one agent; null = not yet decided | 一人の担当者が一度で解決',
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）'
) comment 'state of each inquiry, exclusions and issues | 問い合わせの状態、除外、同一用件' as
with
weeks as (
  select week_start_date from touched_weeks where subject = 'contacts'
),
computed as (
  select * from inquiry_states_as_of where as_of_date = :run_date
),
-- Those whose users have nothing new are as published.
kept as (
  select before.*
  from inquiry_states_before as before
  left join computed on computed.inquiry_id = before.inquiry_id
  where computed.inquiry_id is null
),
states as (
  select
    inquiry_id,
    user_id,
    service,
    channel,
    office,
    topic_id,
    transaction_id,
    created_at,
    created_date,
    merged_into_id,
    is_merged,
    is_spam,
    is_test,
    is_counted,
    issue_id,
    is_repeat,
    next_contact_at,
    first_reply_at,
    first_reply_hours,
    public_agent_replies,
    customer_messages,
    transfers,
    first_resolved_at,
    last_resolved_at,
    durably_resolved_at,
    fully_resolved_at,
    full_resolution_hours,
    resolves,
    reopens,
    customer_reopens,
    resolves_in_horizon,
    reopened_resolves,
    unfinished_resolves,
    is_resolved_now,
    is_durably_resolved,
    is_fcr_no_repeat,
    is_one_touch_eq1,
    is_one_touch_lt2,
    is_fcr_customer0,
    is_closed_once_one_agent,
    week_start_date
  from computed
  union all
  select
    inquiry_id,
    user_id,
    service,
    channel,
    office,
    topic_id,
    transaction_id,
    created_at,
    created_date,
    merged_into_id,
    is_merged,
    is_spam,
    is_test,
    is_counted,
    issue_id,
    is_repeat,
    next_contact_at,
    first_reply_at,
    first_reply_hours,
    public_agent_replies,
    customer_messages,
    transfers,
    first_resolved_at,
    last_resolved_at,
    durably_resolved_at,
    fully_resolved_at,
    full_resolution_hours,
    resolves,
    reopens,
    customer_reopens,
    resolves_in_horizon,
    reopened_resolves,
    unfinished_resolves,
    is_resolved_now,
    is_durably_resolved,
    is_fcr_no_repeat,
    is_one_touch_eq1,
    is_one_touch_lt2,
    is_fcr_customer0,
    is_closed_once_one_agent,
    week_start_date
  from kept
)
select *
from states
where week_start_date in (select week_start_date from weeks)
