package io.koe.ingest;

import io.koe.night.Night;
import io.koe.night.RunTables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * Files of which earlier nights rejected rows, or which they could not read. Rows of erased people
 * don't count: they are kept out by wish.
 */
final class RejectedFiles {
  private static final String QUERY =
      """
      select file
      from (
        select file, arrival_date from rejected_rows where reason <> 'erased'
        union all
        select file, arrival_date from input_files where not is_readable
      )
      where arrival_date < :first_date
      group by file
      order by max(arrival_date), file
      """;

  private final Set<String> names = new HashSet<>();

  /** The latest name by what stays of it when it is mended. */
  private final Map<String, String> byStem = new HashMap<>();

  /**
   * Knows the files by name.
   *
   * @param names below the drop, with forward slashes, those rejected last at the end
   */
  RejectedFiles(List<String> names) {
    for (String name : names) {
      this.names.add(name);
      byStem.put(InputFormat.stem(name), name);
    }
  }

  /** As the run's parent has published them. */
  static RejectedFiles of(RunTables tables, Night night) {
    List<Row> rows = tables.sql(QUERY, night).collectAsList();
    return new RejectedFiles(rows.stream().map(row -> row.getString(0)).toList());
  }

  /** The rejected file that one of this name stands for; none if nothing of it was rejected. */
  Optional<String> mendedBy(String name) {
    return names.contains(name)
        ? Optional.of(name)
        : Optional.ofNullable(byStem.get(InputFormat.stem(name)));
  }
}
