-- Ten weeks of a small marketplace, 2026-W31 to W40, as published on the night of 2026-10-04: invented
-- figures with the columns of the published tables. The newest two weeks are not final.
create macro noise(a, b, spread) as 1 + spread * (((hash(a || ':' || b) % 1000) / 500.0) - 1);
create macro iso(d) as strftime(d, '%G-W%V');

create table weeks as
select i, date '2026-07-27' + cast(7 * i as integer) as week_start_date from range(10) as r(i);

create table kinds as
select * from (values
  ('t000000001a', '発送通知が届かない 商品 追跡', 1400, 0.02, 'mercari'),
  ('t000000002b', '匿名配送 らくらくメルカリ便 コンビニ 受付', 1180, 0.00, 'mercari'),
  ('t000000003c', '売上金 振込申請 反映 口座', 990, 0.01, 'mercari'),
  ('t000000004d', '本人確認 書類 再提出 審査', 840, 0.03, 'merpay'),
  ('t000000005e', 'キャンセル申請 出品者 返信なし', 760, -0.01, 'mercari'),
  ('t000000006f', '不具合のある商品 返品 送料 負担', 640, 0.00, 'mercari'),
  ('t000000007g', 'メルペイ残高 チャージ 失敗 銀行口座', 610, 0.05, 'merpay'),
  ('t000000008h', 'クーポン 適用されない 期間限定', 520, 0.02, 'mercari'),
  ('t000000009j', 'ログインできない 認証番号 SMS', 480, 0.00, 'mercari'),
  ('t000000010k', 'あと払い 清算 遅延 手数料', 410, -0.02, 'merpay'),
  ('t000000011m', 'ショップ 在庫 連携 CSV 取込', 330, 0.01, 'shops'),
  ('t000000012n', '評価 取り消し 悪い評価', 300, 0.00, 'mercari'),
  ('t000000013p', 'アカウント 利用制限 理由 問い合わせ', 280, 0.02, 'mercari'),
  ('t000000014q', '値下げ交渉 コメント 迷惑', 230, 0.00, 'mercari'),
  ('t000000015r', '領収書 インボイス 発行 ショップ', 210, 0.03, 'shops'),
  ('t000000016s', '偽ブランド品 通報 対応', 170, 0.01, 'mercari'),
  ('t000000017t', '梱包 サイズ 超過 送料 差額', 150, 0.00, 'mercari'),
  ('t000000018u', 'バーチャルカード 決済 エラー 海外サイト', 120, 0.04, 'merpay'),
  ('t000000019v', 'アプリ更新後 購入ボタン 押せない 画面 白い', 0, 0, 'mercari'),
  ('t000000020w', 'ふるさと納税 寄附 証明書', 3, 0, 'shops'),
  ('unassigned', '未分類', 700, 0.01, 'mercari')
) as t(topic_id, label, base, growth, home);

-- The update of 2026-09-24 breaks a button: a new topic in the last two weeks.
create table cells as
select w.week_start_date, w.i, k.topic_id, k.label, s.service,
  cast(round(case
    when k.topic_id = 't000000019v' and w.i < 8 then 0
    when k.topic_id = 't000000019v' then (case w.i when 8 then 260 else 640 end) * (s.service = 'mercari')::int
    else k.base * (1 + k.growth * w.i) * noise(k.topic_id, s.service || w.i, 0.12)
      * case when s.service = k.home then 0.8 else 0.1 end end) as bigint) as contacts
from weeks as w cross join kinds as k
cross join (values ('mercari'), ('merpay'), ('shops')) as s(service);

create table contact_drivers_weekly as
with counts as (
  select week_start_date, i, coalesce(service, 'all') as service, topic_id, label, sum(contacts) as contacts
  from cells group by grouping sets ((week_start_date, i, service, topic_id, label), (week_start_date, i, topic_id, label))
),
compared as (
  select *, lag(contacts) over t as contacts_previous_week,
    avg(contacts) over (partition by service, topic_id order by i rows between 4 preceding and 1 preceding) as contacts_mean_4_weeks
  from counts window t as (partition by service, topic_id order by i)
)
select week_start_date, iso(week_start_date) as iso_week, service, topic_id, label, contacts,
  contacts / sum(contacts) over g as share,
  sum(contacts) over (partition by week_start_date, service order by contacts desc, topic_id) / sum(contacts) over g as cumulative_share,
  row_number() over (partition by week_start_date, service order by contacts desc, topic_id) as rank,
  1000 * contacts / 7200000.0 as contacts_per_1000, 20 * noise(topic_id, 'h', 0.5) as handle_hours_median,
  case when i < 8 and contacts > 0 then 0.72 * noise(topic_id, 'r', 0.2) end as durable_resolution_rate,
  contacts_previous_week, contacts_mean_4_weeks, cast(null as bigint) as contacts_previous_year,
  contacts - contacts_previous_week as change_from_previous_week, contacts as users,
  contacts < 5 as is_suppressed, i < 8 as is_mature
from compared where contacts > 0 or contacts_previous_week > 0
window g as (partition by week_start_date, service);

create table totals as
select week_start_date, i, coalesce(service, 'all') as service, sum(contacts) as contacts
from cells group by grouping sets ((week_start_date, i, service), (week_start_date, i));

create table metrics_weekly as
with values_of as (
  select 'contacts' as metric_id, week_start_date, i, service, contacts, cast(contacts as double) as numerator, cast(null as double) as denominator,
    cast(contacts as double) as value, 0.0 as low, 0.0 as high, i < 9 as is_mature from totals
  union all
  select 'durable_resolution_rate', week_start_date, i, service, contacts, round(contacts * r), contacts, r, r - case when i < 8 then 0 else 0.05 * (i - 7) end,
    r + case when i < 8 then 0 else 0.06 * (i - 7) end, i < 8
  from (select *, 0.735 * noise(service, 'd' || i, 0.02) - 0.004 * i as r from totals)
  union all
  select 'self_resolution_rate', week_start_date, i, service, contacts, round(contacts * 3 * r), contacts * 3, null, r, r + 0.21 * noise(service, 's' || i, 0.1), i < 9
  from (select *, 0.41 * noise(service, 'f' || i, 0.03) as r from totals)
  union all
  select 'first_reply_hours_median', week_start_date, i, service, contacts, null, contacts, 3.1 * noise(service, 'm' || i, 0.15), null, null, i < 8 from totals
)
select metric_id, week_start_date, iso(week_start_date) as iso_week, service, 'all' as channel, 'all' as topic_id,
  'all' as office, numerator, denominator, value,
  case when metric_id like '%_rate' then coalesce(value, low) - 1.96 * sqrt(0.2 / denominator) end as ci_low,
  case when metric_id like '%_rate' then coalesce(value, low) + 1.96 * sqrt(0.2 / denominator) end as ci_high,
  is_mature, case when metric_id like '%_rate' then low end as value_low,
  case when metric_id like '%_rate' then high end as value_high, contacts as users, false as is_suppressed, 1 as definition_version
from values_of;

insert into metrics_weekly by name
select m.metric_id, d.week_start_date, d.iso_week, 'all' as service, 'all' as channel, d.topic_id, 'all' as office, d.contacts as denominator,
  case m.metric_id when 'contacts' then d.contacts when 'first_reply_hours_median' then 3.4 else 0.71 end as value,
  case when m.metric_id = 'durable_resolution_rate' then 0.69 end as ci_low, case when m.metric_id = 'durable_resolution_rate' then 0.73 end as ci_high,
  d.is_mature, case when m.metric_id = 'durable_resolution_rate' then 0.6 end as value_low, case when m.metric_id = 'durable_resolution_rate' then 0.8 end as value_high,
  d.is_suppressed, 1 as definition_version
from contact_drivers_weekly as d cross join (values ('contacts'), ('durable_resolution_rate'), ('first_reply_hours_median')) as m(metric_id)
where d.service = 'all';

create table metrics_daily as
select 'contacts' as metric_id, d.metric_date, 'all' as service, 'all' as channel, 'all' as topic_id, 'all' as office,
  null as numerator, null as denominator,
  round(t.contacts / 7.0 * (case when isodow(d.metric_date) > 5 then 1.18 else 0.93 end) * noise('day', d.metric_date, 0.06)) as value,
  t.i < 9 as is_mature, false as is_suppressed, t.week_start_date
from totals as t
join (select date '2026-07-27' + cast(i as integer) as metric_date from range(70) as r(i)) as d
  on d.metric_date between t.week_start_date and t.week_start_date + 6
where t.service = 'all';
alter table metrics_daily alter numerator type double;
alter table metrics_daily alter denominator type double;
alter table metrics_daily add column definition_version integer;
update metrics_daily set definition_version = 1;
insert into metrics_daily by name
select * replace ('durable_resolution_rate' as metric_id, round(0.72 * value) as numerator, value as denominator, round(0.72 * value) / value as value,
  metric_date < date '2026-09-21' as is_mature)
from metrics_daily;

create table contact_rates_weekly as
select week_start_date, iso(week_start_date) as iso_week, service, measure, 'all' as topic_id, 'contact_date' as clock, contacts,
  exposure, 1000 * contacts / exposure as contacts_per_1000,
  1000 * (contacts - 1.96 * sqrt(contacts)) / exposure as ci_low, 1000 * (contacts + 1.96 * sqrt(contacts)) / exposure as ci_high,
  false as is_suppressed, i < 9 as is_mature
from (select t.*, m.measure, m.size * noise(m.measure, service || i, 0.02) as exposure
  from totals as t cross join (values ('active_users', 7200000.0), ('transactions', 2300000.0)) as m(measure, size));

alter table contact_rates_weekly add column contacted_share double;
alter table contact_rates_weekly add column share_ci_low double;
alter table contact_rates_weekly add column share_ci_high double;
alter table contact_rates_weekly add column transactions double;
alter table contact_rates_weekly add column contacted_transactions double;
alter table contact_rates_weekly add column definition_version integer;
insert into contact_rates_weekly by name
select week_start_date, iso(week_start_date) as iso_week, 'mercari' as service, 'transactions' as measure, 'all' as topic_id, 'transaction_date' as clock,
  0.0042 as contacted_share, 0.0041 as share_ci_low, 0.0043 as share_ci_high, 2300000.0 as transactions, 9660.0 as contacted_transactions,
  1 as definition_version, false as is_suppressed, i < 8 as is_mature
from weeks;

create table volume_changes_weekly as
with pairs as (
  select a.*, b.contacts as before, 7200000 * noise('active_users', 'all' || a.i, 0.02) as e1, 7200000 * noise('active_users', 'all' || (a.i - 1), 0.02) as e0
  from (select week_start_date, i, 'service' as dimension, service as segment, sum(contacts) as contacts from cells group by all
    union all select week_start_date, i, 'topic', topic_id, sum(contacts) from cells group by all) as a
  join (select i, 'service' as dimension, service as segment, sum(contacts) as contacts from cells group by all
    union all select i, 'topic', topic_id, sum(contacts) from cells group by all) as b
    on b.i = a.i - 1 and b.dimension = a.dimension and b.segment = a.segment
),
logs as (
  select *, case when before = 0 or contacts = 0 then null when before = contacts then contacts
    else (contacts - before) / ln(contacts / before) end as log_mean from pairs
)
select week_start_date, iso(week_start_date) as iso_week, 'contacts' as metric_id, dimension, segment, 'all' as service,
  before as contacts_before, contacts as contacts_after,
  coalesce(log_mean * ln(e1 / e0), 0) as exposure_effect,
  coalesce(log_mean * 0.01 * (hash(segment) % 5), 0) as mix_effect,
  coalesce(contacts - before - log_mean * ln(e1 / e0) - log_mean * 0.01 * (hash(segment) % 5), 0) as rate_effect,
  case when log_mean is null then contacts - before else 0 end as entry_exit_effect,
  contacts - before as total_change, contacts as users, greatest(contacts, before) < 5 as is_suppressed, i < 9 as is_mature
from logs where contacts > 0 or before > 0;

create table topics as
select topic_id, label, replace(label, ' ', ' ') as terms, base * 8 + 700 as inquiries,
  case when topic_id = 't000000019v' then date '2026-09-27' else date '2026-08-02' end as first_seen_date,
  'active' as status, case when topic_id = 't000000019v' then date '2026-09-27' else date '2026-08-02' end as valid_from,
  cast(null as date) as valid_to, case when home = 'merpay' then 'h2' else 'h1' end as theme_id,
  cos(base) as map_x, sin(base * 7) as map_y
from kinds where topic_id <> 'unassigned';

create table topic_themes as
select * from (values ('h1', '取引と配送', '発送 商品', 14, date '2026-08-02', cast(null as date)),
  ('h2', '支払いと本人確認', '残高 審査', 5, date '2026-08-02', null)) as t(theme_id, label, terms, topics, valid_from, valid_to);

create table topic_contexts as
select * from (values
  ('t000000019v', date '2026-09-28', '購入ボタン', 1, 'アップデートしたら', '購入ボタン', 'が押せなくなりました'),
  ('t000000019v', date '2026-09-28', '画面', 1, '何度開き直しても', '画面', 'が白いままです'))
  as t(topic_id, week_start_date, term, rank, left_text, keyword, right_text);

create table topic_lineage as
select * from (values ('t000000019v', 'split', 't000000008h', 0.6, date '2026-09-27'), ('t000000001a', 'birth', null, null, date '2026-08-02'))
  as t(topic_id, event, previous_topic_id, score, model_date);

create table topic_impacts_weekly as
select date '2026-09-14' as week_start_date, 'all' as service, 'durable_resolution_rate' as metric_id, topic_id, label,
  base as contacts, 0.73 as value_all, 0.73 - (hash(topic_id) % 21 - 10.0) / 1000 as value_without,
  (hash(topic_id) % 21 - 10.0) / 1000 as impact, false as is_suppressed, true as is_mature
from kinds where base > 0;

create table resolution_curves as
select w.week_start_date, 'all' as service, 'all' as topic_id, a.age_hours, 12000 as contacts, cast(12000 * (1 - a.share) as bigint) as at_risk,
  0 as resolved, 0 as censored, case when w.i < 9 or a.age_hours <= 72 then a.share end as estimate,
  a.share - 0.01 as estimate_low, a.share + 0.01 as estimate_high, true as is_followed, w.i < 8 as is_mature, false as is_suppressed
from weeks as w
cross join (values (1, 0.08), (4, 0.15), (8, 0.25), (24, 0.5), (48, 0.66), (72, 0.71), (168, 0.735), (336, 0.74)) as a(age_hours, share);

create table backlog_daily as
select d as backlog_date, s.service, o.office, 'all' as topic_id, a.age_bucket,
  cast(a.size * s.part * o.part as bigint) as open_contacts, cast(a.size * s.part * o.part as bigint) < 5 as is_suppressed,
  cast(date_trunc('week', d) as date) as week_start_date
from range(date '2026-09-01', date '2026-10-05', interval 1 day) as r(d)
cross join (values ('all', 1.0), ('mercari', 0.7), ('merpay', 0.295), ('shops', 0.005)) as s(service, part)
cross join (values ('all', 1.0), ('sendai', 0.6), ('fukuoka', 0.4)) as o(office, part)
cross join (values ('0-1d', 820), ('1-3d', 640), ('3-7d', 410), ('7-14d', 260), ('14d+', 190), ('all', 2320)) as a(age_bucket, size);

create table office_comparison_weekly as
select date '2026-09-14' as week_start_date, false as is_suppressed, * from (values
  ('sendai', 'durable_resolution_rate', 6100, 0.741, 0.722, 0.019, 0.008, 0.030),
  ('fukuoka', 'durable_resolution_rate', 4100, 0.712, 0.735, -0.023, -0.037, -0.009),
  ('sendai', 'full_resolution_hours_mean', 6100, 20.1, 20.6, -0.5, -1.4, 0.4))
  as t(office, metric_id, contacts, value, expected_value, difference, difference_low, difference_high);

create table inquiry_states as
select c.topic_id || '-' || n.n as inquiry_id, 'u' || n.n as user_id, c.topic_id, c.week_start_date, true as is_counted
from cells as c cross join range(12) as n(n)
where c.i >= 8 and c.service = 'mercari' and c.topic_id <> 'unassigned' and c.contacts > 100;

create table inquiries as
select distinct inquiry_id, week_start_date as created_date, ['ios', 'android'][cast(1 + hash(inquiry_id) % 2 as bigint)] as platform from inquiry_states;

create table topic_quotes as
select * from (values
  ('t000000019v', date '2026-09-28', 1, 'アップデートしたら購入ボタンが押せなくなりました。何度開き直しても画面が白いままです。', 'mercari', 'typical'),
  ('t000000019v', date '2026-09-28', 2, 'iPhoneで昨日からずっと白い画面。急ぎで買いたいのに…(>_<) 電話は[電話番号]です', 'mercari', 'diverse'),
  ('t000000019v', date '2026-09-28', 3, '購入手続きのボタンが反応しないです。[氏名]様宛のお取り置きの期限が今日までなので早めに対応してください', 'mercari', 'diverse'),
  ('t000000004d', date '2026-09-28', 1, '本人確認の書類を3回出しているのに、毎回「画像が不鮮明」で戻されます。', 'merpay', 'typical')
) as t(topic_id, week_start_date, rank, quote, service, reason);

create table alert_episodes as
select * from (values
  ('e1', 'topic', 't000000019v', 'アプリ更新後 購入ボタン 押せない 画面 白い', date '2026-09-25', cast(null as date), date '2026-10-01', 118, 10, 'open'),
  ('e2', 'term', '白い画面', '白い画面', date '2026-09-26', cast(null as date), date '2026-10-01', 74, 9, 'open'),
  ('e3', 'topic', 't000000004d', '本人確認 書類 再提出 審査', date '2026-09-21', date '2026-09-30', date '2026-09-24', 186, 9, 'closed'),
  ('e4', 'unassigned', 'unassigned', '未分類', date '2026-08-03', date '2026-08-06', date '2026-08-04', 160, 3, 'closed')
) as t(episode_id, candidate_type, candidate, label, opened_date, closed_date, peak_date, peak_observed, nights, status);

create table watch_daily as
select d.watch_date, r.*, 1 as inquiries, 1 as users, false as is_suppressed
from (values ('legal_threat', '訴訟・弁護士・法的措置', 'high', 'legal', 14), ('regulator', '消費生活センター・行政への相談', 'high', 'legal', 9),
  ('account_takeover', 'アカウントの乗っ取り', 'high', 'trust_safety', 23), ('social_network', 'SNSでの拡散', 'medium', 'pr', 31),
  ('press', '報道機関', 'medium', 'pr', cast(null as integer))) as r(rule_id, title, severity, routed_to, alike_7_days)
cross join (values (date '2026-09-27'), (date '2026-10-02'), (date '2026-10-04')) as d(watch_date);
update watch_daily set alike_7_days = alike_7_days - 4 where watch_date = date '2026-09-27';

create table restatements as
select * from (values
  ('contacts', date '2026-09-20', 'all', 'all', 'all', 'all', 1391.0, 1394.0, date '2026-10-01', 'late_rows', 'day'),
  ('durable_resolution_rate', date '2026-09-14', 'merpay', 'all', 'all', 'all', 0.7112, 0.7098, date '2026-09-30', 'late_rows', 'week')
) as t(metric_id, metric_date, service, channel, topic_id, office, old_value, new_value, restated_date, reason, period);

create table erasures as
select 'r20261001-1' as run_id, date '2026-10-01' as erased_date, 2 as people, 3 as inquiries, 41 as final_figures;

create table input_tables as
select * from (values ('experiments', false, 0, ['experiment_results']), ('transactions', false, 0, ['contacted_share', 'トラブル遭遇率']),
  ('releases', true, 12, cast([] as varchar[]))) as t(table_name, is_present, accepted, outputs);

create table landed_inquiries as
select d as arrival_date, 'sendai' as office, 'ios' as platform, 'tx1' as transaction_id
from range(date '2026-09-28', date '2026-10-05', interval 1 day) as r(d);

create table landed_inquiry_messages as
select arrival_date, 'agent' as author_type, 'a1' as agent_id from landed_inquiries;

create table landed_inquiry_events as
select arrival_date, 'merged' as event_type, 'q1' as "value" from landed_inquiries;

create table landed_help_sessions as
select arrival_date, ['h1'] as article_ids, 'helpful' as feedback, 'u1' as user_id from landed_inquiries;

create table faq_gaps_weekly as
select date '2026-09-28' as week_start_date, '2026-W40' as iso_week, t.*, users < 5 as is_suppressed, false as is_mature, 1 as definition_version
from (values
  ('all', 't000000019v', 'アプリ更新後 購入ボタン 押せない 画面 白い', null, null, 'not_found', 1, 640, 640, 212, 611, 'h-button', '購入ボタンについて', 0.5),
  ('all', 't000000004d', '本人確認 書類 再提出 審査', null, null, 'not_found', 2, 310, 310, 98, 290, 'h-identity', '本人確認の書類', 1.5),
  ('all', 't000000001a', '発送通知が届かない 商品 追跡', 'h-not-shipped', '商品が発送されないとき', 'not_answering', 3, 188, 1650, 203, 181, null, null, null),
  ('all', 't000000008h', 'クーポン 適用されない 期間限定', 'h-coupon', null, 'not_answering', 4, 41, 530, 44, 40, null, null, null),
  ('all', 't000000020w', 'ふるさと納税 寄附 証明書', 'h-furusato', '寄附の証明書', 'not_answering', 5, 3, 3, 3, 3, null, null, null),
  ('mercari', 't000000001a', '発送通知が届かない 商品 追跡', 'h-not-shipped', '商品が発送されないとき', 'not_answering', 1, 187, 1600, 202, 180, null, null, null)
) as t(service, topic_id, label, article_id, title, gap, rank, contacts, contacts_of_topic, sessions_escalated, users, nearest_article_id, nearest_title, nearest_score);

create table release_impacts as
select *, 7 as days_before, 7 as days from (values
  ('r1', 'release', 'iOS 5.12.0', date '2026-09-24', 'contacts', 't000000019v', 'アプリ更新後 購入ボタン 押せない 画面 白い', 3, 900, 4100, 4200, 58.2, 31.0, 109.5, 0.0001, 'worse'),
  ('r1', 'release', 'iOS 5.12.0', date '2026-09-24', 'durable_resolution_rate', 't000000001a', '発送通知が届かない 商品 追跡', 3100, 3312, 8100, 8200, -0.051, -0.082, -0.020, 0.004, 'worse'),
  ('r2', 'policy', '本人確認の案内文を変更', date '2026-09-15', 'contacts', 't000000004d', '本人確認 書類 再提出 審査', 2204, 1890, 9100, 9300, 0.84, 0.78, 0.91, 0.01, 'better'),
  ('r3', 'incident', '銀行口座チャージの遅延（〇〇銀行メンテナンス延長に伴う影響について）', date '2026-09-18', 'contacts', 't000000007g', 'メルペイ残高 チャージ 失敗 銀行口座', 880, 904, 5100, 5160, 1.02, 0.93, 1.11, 0.6, 'no evidence')
) as t(release_id, kind, title, started_date, metric_id, topic_id, label, contacts_before, contacts_after, control_before, control_after, effect, effect_low, effect_high, q_value, verdict);

create table releases as
select * from (values ('r1', 'ios', 'mercari'), ('r2', null, null), ('r3', null, 'merpay')) as t(release_id, platform, service);

create table runs as
select 'r20261004' || '-' || i as run_id, date '2026-09-28' as first_date, 42000 + i * 137 as rows_read, 41790 + i * 130 as rows_accepted,
  190 + i * 5 as rows_rejected, 20 + i * 2 as rows_duplicate, 0 as files_unreadable, date '2026-09-28' + cast(i as integer) as run_date
from range(7) as r(i);

create table data_checks as
select * from (values ('inquiry_topics', 'warn', 'more than 20 % of a week is unassigned', 1, date '2026-10-04')) as t(checked_table, severity, message, violations, run_date);

create table definitions as
select * from (values ('contacts', 1, '問い合わせ件数', '', 'inquiries'), ('durable_resolution_rate', 1, '解決率', '', 'share'),
  ('self_resolution_rate', 2, '自己解決率', '', 'share'),
  ('first_reply_hours_median', 1, '初回返信時間', '', 'hours')) as t(metric_id, definition_version, name_ja, formula, unit);

drop table weeks;
drop table kinds;
drop table cells;
drop table totals;
