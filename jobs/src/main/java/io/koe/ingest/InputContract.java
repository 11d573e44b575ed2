package io.koe.ingest;

import static io.koe.ingest.ColumnContract.oneOf;
import static io.koe.ingest.ColumnContract.optional;
import static io.koe.ingest.ColumnContract.required;
import static io.koe.ingest.ColumnType.AGENT;
import static io.koe.ingest.ColumnType.BOOLEAN;
import static io.koe.ingest.ColumnType.DATE;
import static io.koe.ingest.ColumnType.FREE_TEXT;
import static io.koe.ingest.ColumnType.LIST;
import static io.koe.ingest.ColumnType.NUMBER;
import static io.koe.ingest.ColumnType.TEXT;
import static io.koe.ingest.ColumnType.TIMESTAMP;
import static io.koe.ingest.ColumnType.USER;

import java.util.List;

/** Every table a drop may hold. The required one is {@code inquiries}; all others are optional. */
final class InputContract {
  static final String INQUIRIES = "inquiries";

  private InputContract() {}

  static List<TableContract> tables() {
    return List.of(
        inquiries(),
        messages(),
        events(),
        helpSessions(),
        exposures(),
        transactions(),
        experiments(),
        articles(),
        releases(),
        agents(),
        calendar(),
        deletionRequests());
  }

  static TableContract table(String name) {
    return tables().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  private static TableContract inquiries() {
    return daily(
        INQUIRIES,
        List.of("inquiry_id"),
        "created_at",
        RowRule.NONE,
        List.of(),
        required("inquiry_id", TEXT),
        required("user_id", USER),
        required("service", TEXT),
        required("channel", TEXT),
        required("created_at", TIMESTAMP),
        required("body", FREE_TEXT),
        optional("subject", FREE_TEXT),
        optional("form_category", TEXT),
        optional("platform", TEXT),
        optional("app_version", TEXT),
        optional("transaction_id", TEXT),
        optional("item_id", TEXT),
        optional("shop_id", TEXT),
        optional("office", TEXT),
        optional("locale", TEXT));
  }

  private static TableContract messages() {
    return daily(
        "inquiry_messages",
        List.of("message_id"),
        "sent_at",
        RowRule.NONE,
        List.of(
            "first_reply_hours and first_reply_business_hours in metrics_daily",
            "first_reply_hours and first_reply_business_hours in metrics_weekly"),
        required("message_id", TEXT),
        required("inquiry_id", TEXT),
        required("sent_at", TIMESTAMP),
        oneOf("author_type", "customer", "agent", "bot", "system"),
        required("is_public", BOOLEAN),
        optional("body", FREE_TEXT),
        optional("agent_id", AGENT),
        optional("template_id", TEXT),
        optional("article_ids", LIST));
  }

  private static TableContract events() {
    return daily(
        "inquiry_events",
        List.of("event_id"),
        "occurred_at",
        RowRule.CSAT_IS_1_TO_5,
        List.of("resolution_curves", "backlog_daily", "rate_changes_weekly"),
        required("event_id", TEXT),
        required("inquiry_id", TEXT),
        required("occurred_at", TIMESTAMP),
        oneOf(
            "event_type",
            "assigned",
            "transferred",
            "escalated",
            "resolved",
            "reopened",
            "merged",
            "marked_spam",
            "marked_test",
            "csat"),
        required("actor_type", TEXT),
        optional("office", TEXT),
        optional("agent_id", AGENT),
        optional("value", TEXT));
  }

  private static TableContract helpSessions() {
    return daily(
        "help_sessions",
        List.of("session_id"),
        "started_at",
        RowRule.ENDS_AFTER_START,
        List.of(
            "help_session_outcomes",
            "self_resolution_daily",
            "self_resolution_rate in metrics_daily",
            "self_resolution_rate in metrics_weekly",
            "faq_gaps_weekly"),
        required("session_id", TEXT),
        required("service", TEXT),
        required("started_at", TIMESTAMP),
        required("ended_at", TIMESTAMP),
        oneOf("entry", "guide", "bot", "search"),
        optional("user_id", USER),
        optional("article_ids", LIST),
        optional("search_terms", FREE_TEXT),
        optional("bot_intent", TEXT),
        optional("feedback", TEXT),
        optional("handed_over", BOOLEAN));
  }

  private static TableContract exposures() {
    return daily(
        "exposures",
        List.of("exposure_date", "service", "platform", "measure"),
        "exposure_date",
        RowRule.VALUE_IS_NOT_NEGATIVE,
        List.of("contact_rates_weekly"),
        required("exposure_date", DATE),
        required("service", TEXT),
        oneOf("measure", "active_users", "transactions", "listings", "payments", "shop_orders"),
        required("value", NUMBER),
        optional("platform", TEXT));
  }

  private static TableContract transactions() {
    return daily(
        "transactions",
        List.of("transaction_id"),
        "created_at",
        RowRule.NONE,
        List.of("contacted_share in contact_rates_weekly"),
        required("transaction_id", TEXT),
        required("service", TEXT),
        required("created_at", TIMESTAMP),
        optional("buyer_id", USER),
        optional("seller_id", USER),
        optional("shipping_method", TEXT));
  }

  private static TableContract experiments() {
    return daily(
        "experiments",
        List.of("experiment_id", "user_id"),
        "assigned_at",
        RowRule.NONE,
        List.of("experiment_results"),
        required("experiment_id", TEXT),
        required("user_id", USER),
        required("arm", TEXT),
        required("assigned_at", TIMESTAMP));
  }

  private static TableContract articles() {
    return whole(
        "articles",
        List.of("article_id"),
        List.of("title and nearest_article_id in faq_gaps_weekly"),
        required("article_id", TEXT),
        required("service", TEXT),
        required("title", FREE_TEXT),
        optional("body", FREE_TEXT),
        optional("updated_at", TIMESTAMP),
        optional("valid_from", DATE),
        optional("valid_to", DATE));
  }

  private static TableContract releases() {
    return whole(
        "releases",
        List.of("release_id"),
        List.of("release_impacts"),
        required("release_id", TEXT),
        oneOf("kind", "release", "incident", "announcement", "campaign", "policy"),
        required("started_at", TIMESTAMP),
        required("title", FREE_TEXT),
        optional("service", TEXT),
        optional("platform", TEXT),
        optional("app_version", TEXT),
        optional("ended_at", TIMESTAMP));
  }

  private static TableContract agents() {
    return whole(
        "agents",
        List.of("agent_id", "valid_from"),
        List.of("office_comparison_weekly"),
        required("agent_id", AGENT),
        required("valid_from", DATE),
        required("office", TEXT),
        optional("valid_to", DATE),
        optional("vendor", TEXT),
        optional("team", TEXT));
  }

  private static TableContract calendar() {
    return whole(
        "calendar",
        List.of("calendar_date"),
        List.of(
            "holidays in the business hours of metrics_daily and metrics_weekly",
            "holidays in the baseline of emerging_daily"),
        required("calendar_date", DATE),
        required("day_class", TEXT),
        optional("name", TEXT));
  }

  private static TableContract deletionRequests() {
    return whole(
        "deletion_requests",
        List.of("user_id"),
        List.of(),
        required("user_id", USER),
        required("requested_at", TIMESTAMP));
  }

  private static TableContract daily(
      String name,
      List<String> key,
      String eventTime,
      RowRule rule,
      List<String> outputs,
      ColumnContract... columns) {
    return new TableContract(name, true, key, eventTime, List.of(columns), rule, outputs);
  }

  private static TableContract whole(
      String name, List<String> key, List<String> outputs, ColumnContract... columns) {
    return new TableContract(name, false, key, "", List.of(columns), RowRule.NONE, outputs);
  }
}
