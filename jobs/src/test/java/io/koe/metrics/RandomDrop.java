package io.koe.metrics;

import io.koe.sql.TableCatalog;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Rows ingest may accept, drawn from a seed: all kinds of events in any order, merges in chains and
 * circles, rows that arrive late, are sent again changed, or lack what they may lack. Also topics,
 * as the stage before would leave them.
 */
final class RandomDrop {
  static final LocalDate FIRST = LocalDate.of(2026, 9, 7);
  static final LocalDate LAST = FIRST.plusDays(20);

  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final int USERS = 25;
  private static final int INQUIRIES = 90;
  private static final int TRANSACTIONS = 30;
  private static final int SESSIONS = 80;
  private static final List<String> SERVICES = List.of("mercari", "merpay", "shops");
  private static final List<String> EVENTS =
      List.of(
          "resolved",
          "resolved",
          "resolved",
          "reopened",
          "transferred",
          "assigned",
          "csat",
          "merged",
          "marked_spam",
          "marked_test");

  private static final List<String> TOPICS = List.of("t1", "t2", "t3");

  private final TableCatalog catalog;
  private final Random random;

  /** By table: key and day of arrival to row, so that a day has one row a key. */
  private final Map<String, Map<String, Row>> tables = new LinkedHashMap<>();

  RandomDrop(TableCatalog catalog, long seed) {
    this.catalog = catalog;
    this.random = new Random(seed);
    for (int i = 0; i < INQUIRIES; i++) {
      inquiry("q" + i);
    }
    for (int i = 0; i < SESSIONS; i++) {
      session("s" + i);
    }
    for (int i = 0; i < TRANSACTIONS; i++) {
      transaction("x" + i);
    }
    FIRST.datesUntil(LAST.plusDays(1)).forEach(this::exposures);
    for (int i = 0; i < TOPICS.size(); i++) {
      topic(TOPICS.get(i), FIRST.plusDays(7L * i));
    }
    release();
  }

  List<Row> rows(String table) {
    return new ArrayList<>(tables.getOrDefault(table, Map.of()).values());
  }

  private void inquiry(String id) {
    Instant createdAt = anyTime();
    String user = user();
    versions(
        "landed_inquiries",
        id,
        createdAt,
        again ->
            fields(
                "inquiry_id",
                id,
                "user_id",
                again && chance(0.3) ? user() : user,
                "service",
                one(SERVICES),
                "channel",
                one(List.of("form", "chat", "bot")),
                "created_at",
                again && chance(0.3) ? createdAt.minusSeconds(90_000) : createdAt,
                "body",
                "",
                "transaction_id",
                chance(0.5) ? "x" + random.nextInt(TRANSACTIONS) : null,
                "office",
                chance(0.2) ? null : one(List.of("tokyo", "sendai"))));
    if (chance(0.9)) {
      put(
          "inquiry_topics",
          id,
          fields(
              "inquiry_id",
              id,
              "topic_id",
              one(TOPICS),
              "weight",
              1.0,
              "is_primary",
              true,
              "created_date",
              createdAt.atZone(JAPAN).toLocalDate()));
    }
    for (int i = random.nextInt(5); i > 0; i--) {
      event(id + "e" + i, id, createdAt);
      message(id + "m" + i, id, createdAt);
    }
  }

  private void event(String id, String inquiry, Instant createdAt) {
    Instant occurredAt = soonAfter(createdAt);
    String type = one(EVENTS);
    versions(
        "landed_inquiry_events",
        id,
        occurredAt,
        again ->
            fields(
                "event_id",
                id,
                "inquiry_id",
                again && chance(0.2) ? anyInquiry() : inquiry,
                "occurred_at",
                again ? occurredAt.plusSeconds(3_600) : occurredAt,
                "event_type",
                type,
                "actor_type",
                one(List.of("customer", "agent", "system")),
                "agent_id",
                agent(),
                "value",
                type.equals("merged") ? anyInquiry() : null));
  }

  private void message(String id, String inquiry, Instant createdAt) {
    Instant sentAt = soonAfter(createdAt);
    versions(
        "landed_inquiry_messages",
        id,
        sentAt,
        again ->
            fields(
                "message_id",
                id,
                "inquiry_id",
                inquiry,
                "sent_at",
                sentAt,
                "author_type",
                one(List.of("customer", "agent", "agent", "bot", "system")),
                "is_public",
                chance(0.8),
                "agent_id",
                agent()));
  }

  private void session(String id) {
    Instant startedAt = anyTime();
    String user = chance(0.3) ? null : user();
    versions(
        "landed_help_sessions",
        id,
        startedAt,
        again ->
            fields(
                "session_id",
                id,
                "service",
                one(SERVICES),
                "started_at",
                startedAt,
                "ended_at",
                startedAt.plusSeconds(random.nextInt(1_800)),
                "entry",
                one(List.of("guide", "bot", "search")),
                "user_id",
                again && chance(0.2) ? user() : user,
                "feedback",
                chance(0.6) ? null : one(List.of("helpful", "not_helpful")),
                "handed_over",
                chance(0.5) ? null : chance(0.2)));
  }

  private void transaction(String id) {
    Instant createdAt = anyTime();
    versions(
        "landed_transactions",
        id,
        createdAt,
        again ->
            fields(
                "transaction_id", id,
                "service", one(SERVICES),
                "created_at", createdAt));
  }

  private void topic(String id, LocalDate validFrom) {
    put(
        "topics",
        id,
        fields(
            "topic_id",
            id,
            "label",
            "label " + id,
            "terms",
            "",
            "inquiries",
            1L,
            "first_seen_date",
            validFrom,
            "status",
            "active",
            "valid_from",
            validFrom));
  }

  private void release() {
    put(
        "releases",
        "r1",
        fields(
            "release_id",
            "r1",
            "kind",
            "release",
            "started_at",
            FIRST.plusDays(14).atStartOfDay(JAPAN).toInstant(),
            "title",
            "r1",
            "service",
            one(SERVICES)));
  }

  private void exposures(LocalDate date) {
    for (String service : SERVICES) {
      for (String measure : List.of("transactions", "active_users")) {
        exposure(date, service, measure);
      }
    }
  }

  private void exposure(LocalDate date, String service, String measure) {
    if (chance(0.9)) {
      versions(
          "landed_exposures",
          date + service + measure,
          date.atStartOfDay(JAPAN).toInstant(),
          again ->
              fields(
                  "exposure_date",
                  date,
                  "service",
                  service,
                  "measure",
                  measure,
                  "value",
                  (double) random.nextInt(1_000)));
    }
  }

  /** Some row: the second time it is sent it may differ. */
  private interface Version {
    Map<String, Object> fields(boolean again);
  }

  /** A row arrives on its day or later; some are sent again on a later day. */
  private void versions(String table, String key, Instant happenedAt, Version version) {
    LocalDate day = happenedAt.atZone(JAPAN).toLocalDate();
    LocalDate arrival = chance(0.85) ? day : day.plusDays(random.nextInt(15));
    put(table, key, arrival, version.fields(false));
    if (chance(0.1)) {
      put(table, key, arrival.plusDays(1L + random.nextInt(6)), version.fields(true));
    }
  }

  private void put(String table, String key, LocalDate arrival, Map<String, Object> fields) {
    fields.put("arrival_date", arrival);
    put(table, key + " " + arrival, fields);
  }

  private void put(String table, String key, Map<String, Object> fields) {
    StructType schema = StructType.fromDDL(catalog.table(table).statement());
    Object[] values = new Object[schema.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = fields.get(schema.fieldNames()[i]);
    }
    tables.computeIfAbsent(table, t -> new LinkedHashMap<>()).put(key, RowFactory.create(values));
  }

  private static Map<String, Object> fields(Object... namesAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }

  private Instant anyTime() {
    return FIRST.atStartOfDay(JAPAN).plusSeconds(random.nextInt(21 * 86_400)).toInstant();
  }

  /** Hours later most of the time, on the same second or up to ten days later sometimes. */
  private Instant soonAfter(Instant time) {
    double days = Math.min(10, -Math.log(1 - random.nextDouble()));
    return time.plusSeconds(chance(0.05) ? 0 : (long) (days * 86_400));
  }

  private String user() {
    return "u" + random.nextInt(USERS);
  }

  private String anyInquiry() {
    return "q" + random.nextInt(INQUIRIES);
  }

  private String agent() {
    return chance(0.2) ? null : "a" + random.nextInt(4);
  }

  private String one(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }
}
