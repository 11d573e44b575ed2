package io.koe.report;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleFunction;

/** A row of an answer. A null or absent number is NaN, text is empty, a flag is false. */
record TableRow(Map<String, Object> values) {
  static final String SUPPRESSED = "－（少数のため非表示）";

  static final TableRow NONE = new TableRow(Map.of());

  boolean exists() {
    return !values.isEmpty();
  }

  boolean has(String column) {
    return values.get(column) != null;
  }

  String text(String column) {
    return Objects.toString(values.get(column), "");
  }

  /** The number; NaN as well when the row's cell has too few users to be shown. */
  double number(String column) {
    return isSuppressed() ? Double.NaN : hidden(column);
  }

  /** The number even of a cell too small to be shown: only to be summed with others. */
  double hidden(String column) {
    return values.get(column) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  boolean flag(String column) {
    return values.get(column) instanceof Boolean flag && flag;
  }

  /** The day; null when there is none. */
  LocalDate date(String column) {
    return has(column) ? LocalDate.parse(text(column).substring(0, 10)) : null;
  }

  boolean isSuppressed() {
    return flag("is_suppressed");
  }

  /** Whether the row is there but may still change. */
  boolean isProvisional() {
    return has("is_mature") && !flag("is_mature");
  }

  /** The number as the reader sees it, or why it isn't shown. */
  String shown(String column, DoubleFunction<String> format) {
    return isSuppressed() ? SUPPRESSED : format.apply(number(column));
  }
}
