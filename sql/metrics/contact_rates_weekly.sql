-- place: shared
-- grain: one row per ISO week, service, exposure measure, topic (all = total) and clock
-- partitioned by: week_start_date
-- question: How many contacts come per 1000 transactions, and about what?
-- question: What share of transactions leads to a contact?
-- clock 'contact_date': contacts of the days for which the exposure is known, over that exposure. clock
-- 'transaction_date': transactions opened in the week, and which of them had a contact within
-- :lateness_days days (or the day before: clocks differ). Exposure is per service, so there is no total over services. active_users is
-- summed over days: user-days.
create or replace temporary view contact_rates_weekly (
  iso_week comment 'ISO week such as 2026-W40 | ISO週（2026-W40）',
  service comment 'service the contact is about: mercari, merpay, shops, … | サービス',
  measure comment 'active_users, transactions, listings, payments, shop_orders | 指標',
  topic_id comment 'topic; unassigned is a topic | トピックID（unassigned を含む）',
  clock comment 'contact_date: by day of the contact; transaction_date: by day of the transaction | 集計の基準日',
  exposure_days comment 'days of the week whose exposure is known | 母数のある日数',
  contacts comment 'contacts on these days, or about these transactions | 問い合わせ数',
  exposure comment 'exposure summed over the days | 母数',
  contacts_per_1000 comment 'contacts per 1000 of the exposure | 母数1000あたりの問い合わせ数',
  ci_low comment 'lower end of the 95 % interval | 95%信頼区間の下限',
  ci_high comment 'upper end of the 95 % interval | 95%信頼区間の上限',
  contacted_transactions comment 'distinct transactions with a contact; null in weeks whose contacts name no transaction | 問い合わせのあった取引数（取引IDのない週は空）',
  transactions comment 'transactions | 取引数',
  contacted_share comment 'contacted_transactions out of transactions; null like them | 問い合わせのあった取引の割合',
  share_ci_low comment 'lower end of the 95 % interval of contacted_share | 割合の95%信頼区間の下限',
  share_ci_high comment 'upper end of the 95 % interval of contacted_share | 割合の95%信頼区間の上限',
  is_mature comment 'whether the value is final but for restatements | 確定値か',
  users comment 'distinct users; null in a suppressed cell | 利用者数（秘匿時は空）',
  is_suppressed comment 'too few distinct users: the values are withheld | 少人数のため秘匿したか',
  definition_version comment 'version of the definition | 定義の版',
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）'
) comment 'contacts per exposure by week | 週次の問い合わせ率' as
with
weeks as (
  select week_start_date from touched_weeks where subject = 'rates'
),
exposure_versions as (
  select
    exposure_date,
    service,
    measure,
    value,
    row_number() over (
      partition by exposure_date, service, platform, measure order by arrival_date desc, value desc
    ) as nth
  from known_exposures
  where
    arrival_date between (select min(week_start_date) from weeks) and :run_date
    and cast(date_trunc('week', cast(exposure_date as timestamp)) as date)
      in (select week_start_date from weeks)
),
exposure_days as (
  select
    exposure_date,
    cast(date_trunc('week', cast(exposure_date as timestamp)) as date) as week_start_date,
    service,
    measure,
    sum(value) as value
  from exposure_versions
  where nth = 1
  group by exposure_date, service, measure
),
exposure_weeks as (
  select
    week_start_date, service, measure, count(*) as exposure_days, sum(value) as exposure
  from exposure_days
  group by week_start_date, service, measure
),
contacts as (
  select
    states.created_date,
    states.created_at,
    states.week_start_date,
    states.service,
    case when by_topic then states.topic_id else 'all' end as topic_id,
    states.user_id,
    states.transaction_id
  from inquiry_states as states
  cross join (values (true), (false)) as cells (by_topic)
  where
    states.is_counted
    and states.week_start_date
      >= cast((select min(week_start_date) from weeks) - interval 7 day as date)
),
-- Weeks whose contacts name no transaction: what share of transactions had one can't be told.
silent_weeks as (
  select week_start_date
  from inquiry_states
  where is_counted and week_start_date in (select week_start_date from weeks)
  group by week_start_date
  having count(transaction_id) = 0
),
by_contact as (
  select
    contact.week_start_date,
    contact.service,
    exposure.measure,
    contact.topic_id,
    count(*) as contacts,
    count(distinct contact.transaction_id) as contacted_transactions,
    count(distinct contact.user_id) as users
  from contacts as contact
  join exposure_days as exposure
    on exposure.exposure_date = contact.created_date and exposure.service = contact.service
  group by contact.week_start_date, contact.service, exposure.measure, contact.topic_id
),
opened_versions as (
  select
    service,
    created_at,
    row_number() over (partition by transaction_id order by arrival_date desc, created_at) as nth
  from landed_transactions
  where arrival_date between (select min(week_start_date) from weeks) and :run_date
),
opened_days as (
  select service, cast(created_at as date) as opened_date, count(*) as transactions
  from opened_versions
  where nth = 1
  group by service, cast(created_at as date)
),
opened_weeks as (
  select
    cast(date_trunc('week', cast(opened_date as timestamp)) as date) as week_start_date,
    service,
    count(*) as exposure_days,
    cast(sum(transactions) as double) as transactions
  from opened_days
  where
    cast(date_trunc('week', cast(opened_date as timestamp)) as date)
      in (select week_start_date from weeks)
  group by cast(date_trunc('week', cast(opened_date as timestamp)) as date), service
),
-- Of the transactions with a contact alone: few of them all.
contacted_versions as (
  select
    transaction_id,
    service,
    created_at,
    row_number() over (partition by transaction_id order by arrival_date desc, created_at) as nth
  from landed_transactions
  where
    arrival_date between (select min(week_start_date) from weeks) and :run_date
    and transaction_id in (select transaction_id from contacts)
),
by_transaction as (
  select
    cast(date_trunc('week', opened.created_at) as date) as week_start_date,
    opened.service,
    contact.topic_id,
    count(*) as contacts,
    count(distinct opened.transaction_id) as contacted_transactions,
    count(distinct contact.user_id) as users
  from contacted_versions as opened
  join contacts as contact
    on contact.transaction_id = opened.transaction_id
    and contact.service = opened.service
    and contact.created_at >= opened.created_at - interval 1 day
    and contact.created_at <= opened.created_at + :lateness_days * interval 1 day
  where
    opened.nth = 1
    and cast(date_trunc('week', opened.created_at) as date) in (select week_start_date from weeks)
  group by cast(date_trunc('week', opened.created_at) as date), opened.service, contact.topic_id
),
cells as (
  select
    exposure.week_start_date,
    exposure.service,
    exposure.measure,
    coalesce(contact.topic_id, 'all') as topic_id,
    'contact_date' as clock,
    exposure.exposure_days,
    coalesce(contact.contacts, 0) as contacts,
    exposure.exposure,
    case
      when exposure.measure = 'transactions' and silent.week_start_date is null
        then coalesce(contact.contacted_transactions, 0)
    end as contacted_transactions,
    case when exposure.measure = 'transactions' then exposure.exposure end as transactions,
    exposure.exposure_days = 7
    and cast(:run_date as timestamp) + interval 1 day
      >= cast(exposure.week_start_date as timestamp) + interval 7 day
        + :horizon_hours * interval 1 hour as is_mature,
    coalesce(contact.users, 0) as users
  from exposure_weeks as exposure
  left join by_contact as contact
    on contact.week_start_date = exposure.week_start_date
    and contact.service = exposure.service
    and contact.measure = exposure.measure
  left join silent_weeks as silent on silent.week_start_date = exposure.week_start_date
  union all
  select
    opened.week_start_date,
    opened.service,
    'transactions',
    coalesce(contact.topic_id, 'all'),
    'transaction_date',
    opened.exposure_days,
    coalesce(contact.contacts, 0),
    opened.transactions,
    coalesce(contact.contacted_transactions, 0),
    opened.transactions,
    cast(:run_date as timestamp) + interval 1 day
      >= cast(opened.week_start_date as timestamp) + interval 7 day
        + :lateness_days * interval 1 day,
    coalesce(contact.users, 0)
  from opened_weeks as opened
  left join by_transaction as contact
    on contact.week_start_date = opened.week_start_date and contact.service = opened.service
  where opened.week_start_date not in (select week_start_date from silent_weeks)
),
sized as (
  select
    *,
    users between 1 and :minimum_users - 1 as has_few_users,
    count(case when topic_id <> 'all' and users between 1 and :minimum_users - 1 then 1 end) over (
      partition by week_start_date, service, measure, clock
    ) as small_topics,
    row_number() over (
      partition by week_start_date, service, measure, clock
      order by case when topic_id = 'all' or users = 0 then 1 else 0 end, users, contacts, topic_id
    ) as nth
  from cells
),
-- By day of the contact: as withheld_cells says, of days where some of the week are missing. By day of the transaction:
-- topics of few users and the next larger one.
judged as (
  select
    sized.*,
    has_few_users
    or case clock
      when 'contact_date' then coalesce(withheld.is_withheld, false)
      else
        topic_id <> 'all' and users > 0 and small_topics > 0 and nth <= small_topics + 1
    end as is_small,
    case when contacted_transactions <= transactions then transactions end as trials
  from sized
  left join withheld_cells as withheld
    on withheld.period = case when exposure_days = 7 then 'week' else 'day' end
    and withheld.week_start_date = sized.week_start_date
    and withheld.dimension = case when topic_id = 'all' then 'service' else 'topic' end
    and withheld.service = case when topic_id = 'all' then 'all' else sized.service end
    and withheld.segment = case when topic_id = 'all' then sized.service else topic_id end
)
select
  concat(
    cast(extract(year from week_start_date + interval 3 day) as string),
    '-W',
    lpad(cast(extract(week from week_start_date) as string), 2, '0')
  ) as iso_week,
  service,
  measure,
  topic_id,
  clock,
  exposure_days,
  case when not is_small then contacts end as contacts,
  exposure,
  case when not is_small then 1000 * contacts / nullif(exposure, 0) end as contacts_per_1000,
  case
    when not is_small then 1000 * garwood_low(cast(contacts as double)) / nullif(exposure, 0)
  end as ci_low,
  case
    when not is_small then 1000 * garwood_high(cast(contacts as double)) / nullif(exposure, 0)
  end as ci_high,
  case when not is_small then contacted_transactions end as contacted_transactions,
  transactions,
  case when not is_small then contacted_transactions / nullif(trials, 0) end as contacted_share,
  case when not is_small then wilson_low(cast(contacted_transactions as double), trials) end
    as share_ci_low,
  case when not is_small then wilson_high(cast(contacted_transactions as double), trials) end
    as share_ci_high,
  is_mature,
  case when not is_small then users end as users,
  is_small as is_suppressed,
  1 as definition_version,
  week_start_date
from judged
