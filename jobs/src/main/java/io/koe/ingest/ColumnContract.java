package io.koe.ingest;

import java.io.Serializable;
import java.util.List;

/**
 * One column of an input table.
 *
 * @param name the column
 * @param type what it holds
 * @param isRequired whether a row without it is rejected
 * @param closedList the only values it may have; empty when any will do
 */
record ColumnContract(String name, ColumnType type, boolean isRequired, List<String> closedList)
    implements Serializable {

  static ColumnContract required(String name, ColumnType type) {
    return new ColumnContract(name, type, true, List.of());
  }

  static ColumnContract optional(String name, ColumnType type) {
    return new ColumnContract(name, type, false, List.of());
  }

  static ColumnContract oneOf(String name, String... values) {
    return new ColumnContract(name, ColumnType.TEXT, true, List.of(values));
  }
}
