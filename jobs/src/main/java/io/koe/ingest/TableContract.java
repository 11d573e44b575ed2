package io.koe.ingest;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What the drop may hold under a table's name.
 *
 * @param name the folder's name in the drop
 * @param isDaily whether it comes in {@code dt=} folders by arrival day (else whole, every night)
 * @param key columns that name a row
 * @param eventTime the column that says when it happened; empty for whole tables
 * @param columns all columns, in the order in which they are checked
 * @param rule what must hold between columns
 * @param outputs tables that stay empty when this one is missing
 */
record TableContract(
    String name,
    boolean isDaily,
    List<String> key,
    String eventTime,
    List<ColumnContract> columns,
    RowRule rule,
    List<String> outputs)
    implements Serializable {

  /** The table its accepted rows are written to. */
  String landedTable() {
    return isDaily ? "landed_" + name : name;
  }

  Optional<ColumnContract> column(String column) {
    return columns.stream().filter(c -> c.name().equals(column)).findFirst();
  }

  /** Where its rows have a column's value. */
  int position(String column) {
    return columns.indexOf(column(column).orElseThrow());
  }

  /** Rows of an inquiry: not before their inquiry. */
  boolean followsInquiry() {
    return name.equals("inquiry_messages") || name.equals("inquiry_events");
  }

  /** Inquiries, and rows of an inquiry. */
  boolean hasInquiry() {
    return followsInquiry() || name.equals(InputContract.INQUIRIES);
  }
}
