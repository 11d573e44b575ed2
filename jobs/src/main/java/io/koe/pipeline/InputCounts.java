package io.koe.pipeline;

import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.SqlParameters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * What became of the rows a run read: {@code read = accepted + rejected + duplicates}.
 *
 * @param unreadable files that could not be read at all
 * @param missing optional input tables the drop does not have, by name
 */
public record InputCounts(
    long read,
    long accepted,
    long rejected,
    long duplicates,
    long unreadable,
    List<MissingTable> missing) {

  /**
   * An optional input table the drop does not have.
   *
   * @param outputs what is off without it
   */
  public record MissingTable(String name, List<String> outputs) {}

  private static final String QUERY =
      """
      select
        coalesce(sum(rows_read), 0),
        coalesce(sum(accepted), 0),
        coalesce(sum(rejected), 0),
        coalesce(sum(duplicates), 0),
        count_if(not is_readable),
        (
          select sort_array(collect_list(struct(table_name, outputs)))
          from input_tables
          where not is_present
        )
      from input_files
      where arrival_date between :first_date and :run_date
      """;

  /** Reads what ingest has written down about files and tables; one row comes back. */
  static InputCounts of(RunTables tables, Night night) {
    Row row = tables.spark().sql(QUERY, SqlParameters.of(night)).head();
    return new InputCounts(
        row.getLong(0),
        row.getLong(1),
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        row.<Row>getList(5).stream()
            .map(table -> new MissingTable(table.getString(0), table.getList(1)))
            .toList());
  }

  List<String> missingTables() {
    return missing.stream().map(MissingTable::name).toList();
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
            "missing_tables", missingTables()));
  }
}
