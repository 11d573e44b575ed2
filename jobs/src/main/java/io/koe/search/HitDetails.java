package io.koe.search;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.store.DuckDbConnections;
import io.koe.store.SqlText;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a snapshot's tables say of found inquiries. */
final class HitDetails implements AutoCloseable {
  private static final String TOPICS =
      "topic_id varchar, label varchar, valid_from date, valid_to date";
  private static final String ASSIGNED = "inquiry_id varchar, topic_id varchar, is_primary boolean";
  private static final String STATES =
      "inquiry_id varchar, is_spam boolean, is_test boolean, is_merged boolean,"
          + " is_durably_resolved boolean, is_resolved_now boolean";
  private static final String TEXTS =
      "inquiry_id varchar, service varchar, subject varchar, body varchar, arrival_date date";

  private final SnapshotSql snapshot;
  private final Connection connection;

  HitDetails(Path folder) {
    snapshot = new SnapshotSql(folder);
    try {
      connection = DuckDbConnections.open();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The inquiries whose strongest topic has an id or, in part, a name.
   *
   * @throws KoeException with {@code USAGE} when there is no such topic
   */
  Set<String> ofTopic(String idOrName) {
    List<String> topics =
        strings(
            "select distinct topic_id from %s where topic_id = ? or contains(label, ?)"
                .formatted(snapshot.rows("shared/topics", TOPICS)),
            idOrName,
            idOrName);
    if (topics.isEmpty()) {
      throw new KoeException(
          ExitCode.USAGE,
          "there is no such topic",
          "--topic",
          "koe query \"select topic_id, label from topics where valid_to is null\" lists them");
    }
    String listed = topics.stream().map(SqlText::of).collect(Collectors.joining(", "));
    return new TreeSet<>(
        strings(
            "select inquiry_id from %s where is_primary and topic_id in (%s)"
                .formatted(snapshot.rows("restricted/inquiry_topics", ASSIGNED), listed)));
  }

  private List<String> strings(String sql, String... parameters) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<String> values = new ArrayList<>();
        while (rows.next()) {
          values.add(rows.getString(1));
        }
        return values;
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** Those of the rows that are the newest version of their inquiry and no spam, in order. */
  List<SearchHit> of(List<FoundRow> rows, Snippet snippet) {
    try (PreparedStatement statement = connection.prepareStatement(sql(rows));
        ResultSet found = statement.executeQuery()) {
      List<SearchHit> hits = new ArrayList<>();
      while (found.next()) {
        FoundRow row = rows.get(found.getInt("place"));
        hits.add(
            new SearchHit(
                row.score(),
                row.created(),
                row.inquiryId(),
                found.getString("service"),
                found.getString("topic_id"),
                found.getString("label"),
                found.getString("resolution"),
                snippet.of(found.getString("text"))));
      }
      return hits;
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private String sql(List<FoundRow> rows) {
    List<String> values = new ArrayList<>();
    for (int place = 0; place < rows.size(); place++) {
      FoundRow row = rows.get(place);
      String id = SqlText.of(row.inquiryId());
      values.add("(%d, %s, date '%s')".formatted(place, id, row.arrival()));
    }
    Set<LocalDate> days = rows.stream().map(FoundRow::created).collect(Collectors.toSet());
    Set<LocalDate> weeks = days.stream().map(HitDetails::monday).collect(Collectors.toSet());
    return """
    select f.place, i.service, t.topic_id, n.label,
      concat_ws('。', i.subject, i.body) as text,
      case when s.is_merged then 'merged'
        when s.is_durably_resolved then 'durably_resolved'
        when s.is_resolved_now then 'resolved'
        else 'open' end as resolution
    from (values %s) as f (place, inquiry_id, arrival_date)
    join %s as i on i.inquiry_id = f.inquiry_id and cast(i.arrival_date as date) = f.arrival_date
    left join %s as t on t.inquiry_id = f.inquiry_id and t.is_primary
    left join (select topic_id, max_by(label, valid_from) as label from %s group by topic_id) as n
      on n.topic_id = t.topic_id
    left join %s as s on s.inquiry_id = f.inquiry_id
    where not coalesce(s.is_spam or s.is_test, false)
    order by f.place
    """
        .formatted(
            String.join(", ", values),
            snapshot.rows("restricted/inquiries", "created_date", days, TEXTS),
            snapshot.rows("restricted/inquiry_topics", "created_date", days, ASSIGNED),
            snapshot.rows("shared/topics", TOPICS),
            snapshot.rows("restricted/inquiry_states", "week_start_date", weeks, STATES));
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** DuckDB's message may hold a value of a row, so it goes no further. */
  private static KoeException unreadable(SQLException e) {
    return new KoeException(
        ExitCode.DISK,
        "the snapshot's tables cannot be read (" + e.getClass().getSimpleName() + ")",
        "inquiries, inquiry_topics, inquiry_states, topics",
        "check that its files are there and readable: koe check; publish the night again if not");
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
