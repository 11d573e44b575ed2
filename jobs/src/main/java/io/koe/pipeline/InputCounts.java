package io.koe.pipeline;

import io.koe.night.Night;
import io.koe.night.RunTables;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * What became of the rows a run read: {@code read = accepted + rejected + duplicates}.
 *
 * @param erased of the rejected rows, those of people who have been erased
 * @param unreadable files that could not be read at all
 * @param deletionRequests people who have asked to be erased and have not been
 * @param replayed mended files read with the nights, by name
 * @param missing optional input tables the drop does not have, by name
 */
public record InputCounts(
    long read,
    long accepted,
    long rejected,
    long erased,
    long duplicates,
    long unreadable,
    long deletionRequests,
    List<ReplayedFile> replayed,
    List<MissingTable> missing) {

  /** What became of the rows of a mended file; none are read when it can't be read to its end. */
  public record ReplayedFile(
      String name, long read, long accepted, long rejected, long duplicates) {}

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
        coalesce(sum(erased), 0),
        coalesce(sum(duplicates), 0),
        count_if(not is_readable),
        (
          select coalesce(max(accepted), 0) from input_tables where table_name = 'deletion_requests'
        ),
        sort_array(
          collect_list(struct(file, rows_read, accepted, rejected, duplicates))
            filter (where replays is not null)
        ),
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
    Row row = tables.sql(QUERY, night).head();
    return new InputCounts(
        row.getLong(0),
        row.getLong(1),
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6),
        row.<Row>getList(7).stream().map(InputCounts::replayed).toList(),
        row.<Row>getList(8).stream()
            .map(table -> new MissingTable(table.getString(0), table.getList(1)))
            .toList());
  }

  private static ReplayedFile replayed(Row file) {
    return new ReplayedFile(
        file.getString(0), file.getLong(1), file.getLong(2), file.getLong(3), file.getLong(4));
  }

  List<String> missingTables() {
    return missing.stream().map(MissingTable::name).toList();
  }

  /** Whether the run ends with the code for rejected input: erased people are kept out by wish. */
  public boolean hasRejectedInput() {
    return rejected > erased || unreadable > 0;
  }

  Map<String, Object> asMap() {
    return new TreeMap<>(
        Map.of(
            "read", read,
            "accepted", accepted,
            "rejected", rejected,
            "erased", erased,
            "duplicates", duplicates,
            "unreadable_files", unreadable,
            "missing_tables", missingTables()));
  }
}
