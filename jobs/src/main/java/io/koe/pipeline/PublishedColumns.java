package io.koe.pipeline;

import io.koe.night.RunTables;
import io.koe.sql.Place;
import io.koe.sql.TableModel;
import io.koe.store.Commit.CommittedColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.types.StructField;

/** Columns of a run's published tables, with types and descriptions, for engines to be told. */
final class PublishedColumns {
  private PublishedColumns() {}

  /** By table; the partition column, a folder's name, comes last. */
  static Map<String, List<CommittedColumn>> of(RunTables tables) {
    Map<String, List<CommittedColumn>> columns = new TreeMap<>();
    tables.catalog().tables().stream()
        .filter(t -> t.place() != Place.INTERNAL && tables.isThere(t.name()))
        .forEach(t -> columns.put(t.name(), columns(tables, t)));
    return columns;
  }

  private static List<CommittedColumn> columns(RunTables tables, TableModel table) {
    String partition = table.partitionColumn().orElse("");
    List<CommittedColumn> inFiles = new ArrayList<>();
    List<CommittedColumn> folders = new ArrayList<>();
    for (StructField field : tables.schema(table.name()).fields()) {
      boolean isFolder = field.name().equals(partition);
      (isFolder ? folders : inFiles)
          .add(
              new CommittedColumn(
                  field.name(),
                  field.dataType().catalogString(),
                  field.getComment().getOrElse(() -> ""),
                  isFolder));
    }
    inFiles.addAll(folders);
    return inFiles;
  }
}
