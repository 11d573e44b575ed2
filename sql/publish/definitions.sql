-- place: shared
-- grain: one row per metric and version of its definition
-- question: What exactly does a metric_id mean, and since which version?
create or replace temporary view definitions (
  metric_id comment 'name of the metric | 指標ID',
  definition_version comment 'version of the definition; a changed meaning is a new version | 定義のバージョン',
  name_ja comment 'name of the metric in Japanese | 指標名',
  formula comment 'how it is computed | 計算式',
  unit comment 'unit of the value | 単位',
  source comment 'where the formula comes from | 出典'
) comment 'What each metric means | 指標の定義' as
select metric_id, definition_version, name_ja, formula, unit, source
from (
  values
    ('contacts_gross', 1, '問い合わせ総数', 'inquiries opened in the period, everything included', 'inquiries', 'Koe'),
    ('contacts', 1, '問い合わせ件数', 'contacts_gross − contacts_merged − contacts_spam − contacts_test', 'inquiries', 'Koe'),
    ('contacts_merged', 1, '統合された問い合わせ', 'inquiries merged into another; their messages and events count there', 'inquiries', 'Koe'),
    ('contacts_spam', 1, '迷惑な問い合わせ', 'inquiries marked as spam (and not merged)', 'inquiries', 'Koe'),
    ('contacts_test', 1, 'テストの問い合わせ', 'inquiries marked as test (and neither merged nor spam)', 'inquiries', 'Koe'),
    ('durable_resolution_rate', 1, '解決率（再燃なし）', 'share of contacts with a resolve at u <= created + h and no customer reopen and no repeat contact on the issue in (u, u + s]; before maturity the Kaplan-Meier estimate at h with bounds', 'share', 'Koe; Kaplan and Meier, JASA 53 (1958) 457-481'),
    ('snapshot_resolution_rate', 1, '解決率（現時点）', 'resolved now / created, as help desks print it', 'share', 'help desk practice'),
    ('reopen_rate', 1, '再開率', 'resolves followed by a customer reopen within s / resolves', 'share', 'Koe'),
    ('fcr_no_repeat', 1, '初回解決率', 'resolved, no reopen, no repeat within W, at most one public agent reply, no transfer / contacts', 'share', 'Koe'),
    ('one_touch_eq1', 1, 'ワンタッチ率（返信1回）', 'resolved with exactly 1 public agent reply / contacts', 'share', 'help desk practice'),
    ('one_touch_lt2', 1, 'ワンタッチ率（返信0〜1回）', 'resolved with 0 or 1 public agent replies / contacts', 'share', 'help desk practice'),
    ('fcr_customer0', 1, '追加連絡なし率', 'resolved with no customer message after the first / contacts', 'share', 'help desk practice'),
    ('closed_once_one_agent', 1, '単独対応率', 'resolved once by one agent without reopen / contacts', 'share', 'help desk practice'),
    ('first_reply_hours_median', 1, '初回返信時間（中央値）', 'median time from creation to the first public agent reply; open ones are censored', 'hours', 'Koe'),
    ('first_reply_hours_p75', 1, '初回返信時間（75％点）', '75 % point of the time to the first public agent reply', 'hours', 'Koe'),
    ('first_reply_hours_p90', 1, '初回返信時間（90％点）', '90 % point of the time to the first public agent reply', 'hours', 'Koe'),
    ('first_reply_business_hours_median', 1, '初回返信時間（営業時間、中央値）', 'median time to the first public agent reply in business hours: while the offices are open', 'business hours', 'Koe'),
    ('first_reply_business_hours_p75', 1, '初回返信時間（営業時間、75％点）', '75 % point of the time to the first public agent reply in business hours', 'business hours', 'Koe'),
    ('first_reply_business_hours_p90', 1, '初回返信時間（営業時間、90％点）', '90 % point of the time to the first public agent reply in business hours', 'business hours', 'Koe'),
    ('full_resolution_hours_median', 1, '解決時間（中央値）', 'median time from creation to the last resolve within h; open ones are censored', 'hours', 'Koe'),
    ('full_resolution_hours_p75', 1, '解決時間（75％点）', '75 % point of the time to the last resolve', 'hours', 'Koe'),
    ('full_resolution_hours_p90', 1, '解決時間（90％点）', '90 % point of the time to the last resolve', 'hours', 'Koe'),
    ('full_resolution_business_hours_median', 1, '解決時間（営業時間、中央値）', 'median time to the last resolve in business hours: while the offices are open', 'business hours', 'Koe'),
    ('full_resolution_business_hours_p75', 1, '解決時間（営業時間、75％点）', '75 % point of the time to the last resolve in business hours', 'business hours', 'Koe'),
    ('full_resolution_business_hours_p90', 1, '解決時間（営業時間、90％点）', '90 % point of the time to the last resolve in business hours', 'business hours', 'Koe'),
    ('resolution_curve', 1, '解決率曲線', 'share of the contacts of a creation week that are durably resolved within an age, Kaplan-Meier estimate with the interval of Greenwood, or of Wilson on the effective sample size where all or none are resolved; see resolution_curves', 'share', 'Kaplan and Meier, JASA 53 (1958) 457-481; Greenwood, Reports on Public Health and Medical Subjects 33 (1926); Rothman, J Chronic Dis 31 (1978) 557-560'),
    ('backlog', 1, '未対応残', 'contacts open at the end of the day = yesterday + created + reopened − resolved − excluded; see backlog_daily', 'inquiries', 'Koe'),
    ('full_resolution_hours_mean', 1, '解決時間（平均）', 'mean time from creation to the last resolve within h, of contacts so resolved; only to split it by topic and office', 'hours', 'Koe'),
    ('self_resolution_rate', 1, '自己解決率', 'help sessions: low = confirmed / (confirmed + assumed + escalated), high = (confirmed + assumed) / the same; unlinkable and immature are never folded in', 'share', 'Koe'),
    ('self_resolution_rate_72h', 1, '自己解決率（72時間）', 'self_resolution_rate with a session window of 72 hours', 'share', 'Koe'),
    ('self_service_ratio_users', 1, 'セルフサービス比（利用者）', 'distinct logged-in users of help sessions / distinct users with a contact; may exceed 1', 'ratio', 'help desk practice'),
    ('self_service_ratio_sessions', 1, 'セルフサービス比（閲覧）', 'help sessions / distinct users with a contact; may exceed 1', 'ratio', 'Zendesk, self-service score'),
    ('bot_involvement_rate', 1, 'ボット関与率', 'bot sessions whose outcome can be told / (these + contacts no bot session led to)', 'share', 'Intercom, Fin automation rate'),
    ('bot_resolution_rate', 1, 'ボット解決率', 'low = confirmed / (confirmed + assumed + escalated), high = (confirmed + assumed) / the same, of bot sessions', 'share', 'Intercom, Fin automation rate'),
    ('bot_automation_rate', 1, 'ボット自動化率', 'confirmed (high: + assumed) bot sessions / (bot sessions whose outcome can be told + contacts no bot session led to) = involvement x resolution', 'share', 'Intercom, Fin automation rate'),
    ('experiment_contacted_share', 1, '実験：問い合わせ利用者割合', 'users with a contact within h of their assignment / users assigned at least h ago; difference with Newcombe''s interval', 'share', 'Newcombe, Stat. Med. 17 (1998) 873-890'),
    ('experiment_contacts_per_user', 1, '実験：利用者あたり問い合わせ', 'contacts within h of the assignment / users assigned at least h ago; difference with a normal interval', 'contacts per user', 'Welch, Biometrika 34 (1947) 28-35'),
    ('experiment_self_resolution_low', 1, '実験：自己解決率（下限）', 'first help session within h of the assignment: confirmed / (confirmed + assumed + escalated) users', 'share', 'Newcombe, Stat. Med. 17 (1998) 873-890'),
    ('experiment_self_resolution_high', 1, '実験：自己解決率（上限）', 'first help session within h of the assignment: (confirmed + assumed) / (confirmed + assumed + escalated) users', 'share', 'Newcombe, Stat. Med. 17 (1998) 873-890'),
    ('contacts_per_1000', 1, '千単位あたり問い合わせ', '1000 x contacts / exposure, Garwood interval', 'contacts per 1000', 'Garwood, Biometrika 28 (1936) 437-442'),
    ('contacted_share', 1, '取引あたり問い合わせ割合', 'distinct transactions with a contact / transactions, Wilson interval', 'share', 'Wilson, JASA 22 (1927) 209-212')
) as d(metric_id, definition_version, name_ja, formula, unit, source)
