package io.koe.ingest;

import io.koe.night.Night;
import io.koe.text.OwnDetails;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A record → a row that keeps its table's contract, or the first reason it doesn't. Text is masked
 * and people are pseudonymised here, so nothing raw leaves the call.
 */
final class RowChecker {
  private static final Instant FIRST = Instant.parse("1999-12-31T15:00:00Z");
  private static final Instant LAST = Instant.parse("2099-12-31T15:00:00Z");

  private final TableContract table;
  private final CellReader cells;
  private final LocalDate arrival;
  private final Instant cutOff;
  private final int latenessDays;
  private final int[] keyPositions;
  private final boolean hasOwn;

  /**
   * @param arrival the night the row arrived: its own {@code dt}, also in a backfill
   * @param latenessDays rows that happened longer before are rejected
   */
  RowChecker(TableContract table, TextPrivacy privacy, LocalDate arrival, int latenessDays) {
    this.table = table;
    this.cells = new CellReader(privacy);
    this.arrival = arrival;
    this.cutOff = Night.asOf(arrival);
    this.latenessDays = latenessDays;
    this.hasOwn = !OwnColumns.of(table).isEmpty();
    this.keyPositions = table.key().stream().mapToInt(table::position).toArray();
  }

  /** Throws {@link RowFault} with the reason and, where one is to blame, the column. */
  CheckedRow check(Map<String, Object> fields) throws RowFault {
    List<Object> values = new ArrayList<>(table.columns().size());
    OwnDetails own = hasOwn ? OwnColumns.read(fields) : OwnDetails.NONE;
    for (ColumnContract column : table.columns()) {
      Object value = cells.read(column, fields.get(column.name()), own);
      if (value == null && column.isRequired()) {
        throw new RowFault(Reason.MISSING_REQUIRED, column.name());
      }
      if (value != null && column.type().isTime()) {
        checkTime(column, value);
      }
      values.add(value);
    }
    checkRule(values);
    return new CheckedRow(key(values), values);
  }

  private void checkRule(List<Object> values) throws RowFault {
    if (table.rule() == RowRule.NONE) {
      return;
    }
    Map<String, Object> row = new HashMap<>();
    for (int i = 0; i < values.size(); i++) {
      row.put(table.columns().get(i).name(), values.get(i));
    }
    String wrong = table.rule().fault(row).orElse(null);
    if (wrong != null) {
      throw new RowFault(Reason.INVALID_VALUE, wrong);
    }
  }

  /** What began before the cut-off may end a little after it, such as a session at midnight. */
  private void checkTime(ColumnContract column, Object value) throws RowFault {
    Instant time =
        value instanceof Integer day
            ? LocalDate.ofEpochDay(day).atStartOfDay(Night.JAPAN).toInstant()
            : JapanTime.instant((Long) value);
    if (time.isBefore(FIRST) || !time.isBefore(LAST)) {
      throw new RowFault(Reason.INVALID_VALUE, column.name());
    }
    boolean isEventTime = column.name().equals(table.eventTime());
    if (table.isDaily() && !time.isBefore(isEventTime ? cutOff : cutOff.plus(Duration.ofDays(1)))) {
      throw new RowFault(Reason.IN_FUTURE, column.name());
    }
    if (isEventTime && JapanTime.date(time).isBefore(arrival.minusDays(latenessDays))) {
      throw new RowFault(Reason.TOO_LATE, column.name());
    }
  }

  /** The key's values, dates as ISO 8601, null as nothing, with unit separators between. */
  private String key(List<Object> values) {
    StringBuilder key = new StringBuilder();
    for (int position : keyPositions) {
      Object value = values.get(position);
      if (!key.isEmpty()) {
        key.append('\u001f');
      }
      if (value != null) {
        key.append(value instanceof Integer day ? LocalDate.ofEpochDay(day) : value);
      }
    }
    return key.toString();
  }
}
