package io.koe.query;

import io.koe.night.Night;
import java.sql.Array;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBStruct;

/**
 * The plain Java value of what DuckDB hands out: numbers, booleans, strings, {@link LocalDate},
 * {@link LocalDateTime}, {@link OffsetDateTime} in Japan time, lists, and maps from strings; any
 * other type as its text.
 */
final class QueryValue {
  private QueryValue() {}

  static Object of(Object value) throws SQLException {
    if (value == null
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof LocalDate
        || value instanceof String) {
      return value;
    }
    if (value instanceof OffsetDateTime instant) {
      return instant.atZoneSameInstant(Night.JAPAN).toOffsetDateTime();
    }
    if (value instanceof java.sql.Timestamp local) {
      return local.toLocalDateTime();
    }
    if (value instanceof Array array) {
      return list((Object[]) array.getArray());
    }
    if (value instanceof DuckDBStruct struct) {
      return map(struct.getMap());
    }
    return value instanceof Map<?, ?> map ? map(map) : value.toString();
  }

  private static List<Object> list(Object[] items) throws SQLException {
    List<Object> list = new ArrayList<>();
    for (Object item : items) {
      list.add(of(item));
    }
    return list;
  }

  private static Map<String, Object> map(Map<?, ?> entries) throws SQLException {
    Map<String, Object> map = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      map.put(String.valueOf(entry.getKey()), of(entry.getValue()));
    }
    return map;
  }
}
