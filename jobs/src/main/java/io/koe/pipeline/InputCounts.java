package io.koe.pipeline;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import io.koe.night.Night;
import io.koe.night.RunTables;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * What became of the rows a run read: {@code read = accepted + rejected + duplicates}.
 *
 * @param unreadable files that could not be read at all
 * @param missingTables optional input tables the drop does not have
 */
public record InputCounts(
    long read,
    long accepted,
    long rejected,
    long duplicates,
    long unreadable,
    List<String> missingTables) {

  static InputCounts of(RunTables tables, Night night) {
    Row sums =
        tables
            .read("input_files")
            .where(col("arrival_date").between(night.firstDate(), night.date()))
            .select(
                total("rows_read"),
                total("accepted"),
                total("rejected"),
                total("duplicates"),
                count_if(not(col("is_readable"))))
            .head();
    List<String> missing =
        tables
            .read("input_tables")
            .where(not(col("is_present")))
            .select("table_name")
            .collectAsList()
            .stream()
            .map(r -> r.getString(0))
            .sorted()
            .toList();
    return new InputCounts(
        sums.getLong(0),
        sums.getLong(1),
        sums.getLong(2),
        sums.getLong(3),
        sums.getLong(4),
        missing);
  }

  private static org.apache.spark.sql.Column total(String column) {
    return coalesce(sum(col(column)), lit(0L));
  }

  /** Whether the run ends with the code for rejected input. */
  public boolean hasRejectedInput() {
    return rejected > 0 || unreadable > 0;
  }

  Map<String, Object> asMap() {
    return new TreeMap<>(
        Map.of(
            "read", read,
            "accepted", accepted,
            "rejected", rejected,
            "duplicates", duplicates,
            "unreadable_files", unreadable,
            "missing_tables", missingTables));
  }
}
