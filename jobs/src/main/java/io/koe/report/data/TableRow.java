package io.koe.report.data;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/** A row of an answer. A null or absent number is NaN, text is empty, a flag is false. */
public record TableRow(Map<String, Object> values) {
  public static final TableRow NONE = new TableRow(Map.of());

  public boolean exists() {
    return !values.isEmpty();
  }

  public boolean has(String column) {
    return values.get(column) != null;
  }

  public String text(String column) {
    return Objects.toString(values.get(column), "");
  }

  /** The number; NaN as well when the row's cell has too few users to be shown. */
  public double number(String column) {
    return isSuppressed() ? Double.NaN : hidden(column);
  }

  /** The number even of a cell too small to be shown: only to be summed with others. */
  public double hidden(String column) {
    return values.get(column) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  public boolean flag(String column) {
    return values.get(column) instanceof Boolean flag && flag;
  }

  /** The day; null when there is none. */
  public LocalDate date(String column) {
    return has(column) ? LocalDate.parse(text(column).substring(0, 10)) : null;
  }

  public IsoWeek week() {
    return new IsoWeek(date("week_start_date"));
  }

  public boolean isSuppressed() {
    return flag("is_suppressed");
  }

  /** Whether the row is there but may still change. */
  public boolean isProvisional() {
    return has("is_mature") && !flag("is_mature");
  }

  /** Bounds while unfinished, or when the metric has bounds of its own. */
  public boolean hasBounds() {
    return isProvisional() || number("value_high") > number("value_low");
  }

  /** The lower end of what is known: the bound where there is one, else of the interval. */
  public double low() {
    return hasBounds() ? number("value_low") : number("ci_low");
  }

  /** The upper end of what is known. */
  public double high() {
    return hasBounds() ? number("value_high") : number("ci_high");
  }
}
