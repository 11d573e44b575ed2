package io.koe.report.data;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The published tables of one snapshot, as far as the report needs them. */
public interface ReportTables {

  /** The snapshot's name, printed on the page. */
  String snapshot();

  /** Names of the tables that can be asked. */
  Set<String> names();

  /**
   * The rows a select returns, column name to value, in the order asked for. Dates come as {@link
   * java.time.LocalDate} or {@link java.sql.Date}, numbers as {@link Number}, null as null.
   */
  List<Map<String, Object>> rows(String select);
}
