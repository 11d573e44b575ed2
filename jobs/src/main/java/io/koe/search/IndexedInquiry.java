package io.koe.search;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * A landed inquiry row as it is indexed.
 *
 * @param arrival day the row arrived
 * @param created day the inquiry was opened, Japan time
 * @param terms of its masked subject and text, with repetitions
 */
record IndexedInquiry(String inquiryId, LocalDate arrival, LocalDate created, List<String> terms) {

  /** From a row of arrival_date, inquiry_id, created_date, terms. */
  static IndexedInquiry of(Row row) {
    return new IndexedInquiry(
        row.getString(1), date(row.get(0)), date(row.get(2)), row.<String>getList(3));
  }

  /** Spark hands out dates of either kind, by its settings. */
  static LocalDate date(Object value) {
    return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
  }
}
