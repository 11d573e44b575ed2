-- needs: metrics_daily, contact_rates_weekly
-- This half-year up to the week's end and the one before it, of what is final alone. Contacts and resolution by day;
-- the share of transactions by week, which belongs to the half-year of its Monday, as in sql/analysis. Wilson's interval
-- for shares; for counts Garwood's, by the approximation of Wilson and Hilferty.
with
parts as (
  select
    metric_id, metric_date as first_date, metric_date as last_date, service, is_mature, is_suppressed,
    definition_version,
    case when metric_id = 'contacts' then value else numerator end as successes,
    case when metric_id = 'contacts' then 0 else denominator end as trials
  from metrics_daily
  where metric_id in ('contacts', 'durable_resolution_rate')
    and channel = 'all' and topic_id = 'all' and office = 'all'
    and week_start_date between :half_year_before - interval 6 day and :week_end
  union all
  select
    'contacted_share', week_start_date, week_start_date + 6, service, is_mature, is_suppressed,
    definition_version,
    contacted_transactions, transactions
  from contact_rates_weekly
  where clock = 'transaction_date' and measure = 'transactions' and topic_id = 'all'
    and week_start_date between :half_year_before and :week_end
),
totals as (
  select
    metric_id, service, first_date >= :half_year_start as is_this_half,
    min(first_date) filter (where is_counted) as first_date,
    max(last_date) filter (where is_counted) as last_date,
    sum(successes) filter (where is_counted) as successes,
    sum(trials) filter (where is_counted) as trials,
    max(definition_version) as definition_version,
    count(*) filter (where not is_mature) as parts_not_final,
    count(*) filter (where is_suppressed) as parts_withheld
  from (
    select *, is_mature and not is_suppressed and successes is not null as is_counted
    from parts
    where first_date between :half_year_before and :week_end and last_date <= :week_end
  )
  group by all
)
select
  metric_id, service, is_this_half, first_date, last_date, trials, definition_version, parts_not_final, parts_withheld,
  case when metric_id = 'contacts' then successes else successes / trials end as value,
  case when metric_id <> 'contacts'
    then (successes + 1.9207 - 1.96 * sqrt(successes * (1 - successes / trials) + 0.9604)) / (trials + 3.8415)
    when successes > 0 then successes * power(1 - 1 / (9 * successes) - 1.96 / (3 * sqrt(successes)), 3)
    else 0 end as ci_low,
  case when metric_id <> 'contacts'
    then (successes + 1.9207 + 1.96 * sqrt(successes * (1 - successes / trials) + 0.9604)) / (trials + 3.8415)
    else (successes + 1) * power(1 - 1 / (9 * (successes + 1)) + 1.96 / (3 * sqrt(successes + 1)), 3)
    end as ci_high
from totals
where successes is not null and (metric_id = 'contacts' or trials > 0)
order by
  is_this_half desc, array_position(['contacts', 'durable_resolution_rate', 'contacted_share'], metric_id),
  case when service = 'all' then 0 else 1 end, service
