package io.koe.query;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One JSON array, an object a row and a row a line. Numbers stay numbers (what JSON has no number
 * for, like NaN, is null), dates and times are ISO strings. A name that comes again gets a number.
 */
final class JsonRows implements RowReader {
  private static final ObjectWriter JSON =
      JsonMapper.builder().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN).build().writer();

  private final Writer writer;
  private final List<String> names = new ArrayList<>();
  private String separator = "[\n";

  JsonRows(Writer writer) {
    this.writer = writer;
  }

  @Override
  public void begin(List<Column> columns) {
    for (Column column : columns) {
      String name = column.name();
      for (int again = 2; names.contains(name); again++) {
        name = column.name() + "_" + again;
      }
      names.add(name);
    }
  }

  @Override
  public void row(List<Object> values) throws IOException {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      row.put(names.get(i), json(values.get(i)));
    }
    writer.write(separator);
    writer.write(JSON.writeValueAsString(row));
    separator = ",\n";
  }

  private static Object json(Object value) {
    if (value instanceof Double || value instanceof Float) {
      return Double.isFinite(((Number) value).doubleValue()) ? value : null;
    }
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return value;
    }
    if (value instanceof List<?> items) {
      List<Object> list = new ArrayList<>();
      items.forEach(item -> list.add(json(item)));
      return list;
    }
    if (value instanceof Map<?, ?> entries) {
      Map<Object, Object> map = new LinkedHashMap<>();
      entries.forEach((name, item) -> map.put(name, json(item)));
      return map;
    }
    return QueryText.of(value);
  }

  @Override
  public void end() throws IOException {
    writer.write(separator.equals("[\n") ? "[]\n" : "\n]\n");
  }
}
