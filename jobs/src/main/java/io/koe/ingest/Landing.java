package io.koe.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_from_unix_date;

import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.SideBySide;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Writes what became of the drop: the tables of the contract, the rejects, the files. */
final class Landing {
  private static final StructType REJECTED =
      new StructType()
          .add("table_name", DataTypes.StringType)
          .add("file", DataTypes.StringType)
          .add("row_number", DataTypes.LongType)
          .add("reason", DataTypes.StringType)
          .add("column_name", DataTypes.StringType)
          .add("row_hash", DataTypes.StringType)
          .add("arrival_date", DataTypes.IntegerType);

  private final RunTables tables;
  private final Night night;
  private final List<FileOutcome> outcomes;

  Landing(RunTables tables, Night night, List<FileOutcome> outcomes) {
    this.tables = tables;
    this.night = night;
    this.outcomes = outcomes;
  }

  /** Accepted rows, to the landed and the whole tables, side by side: many are small. */
  void writeAccepted(DecidedRows rows) {
    SideBySide.run(
        InputContract.tables().stream().map(TableContract::name).toList(),
        name -> Set.of(),
        name -> writeAccepted(InputContract.table(name), rows));
  }

  private void writeAccepted(TableContract table, DecidedRows rows) {
    String landed = table.landedTable();
    if (accepted(table) == 0) {
      writeNone(landed);
      return;
    }
    LandedFiles files =
        new LandedFiles(
            new LandedColumns(table, tables.fileSchema(landed)),
            tables.catalog().table(landed).partitionColumn().isPresent());
    tables.writeFiles(landed, nights(), folder -> files.write(rows.of(table), folder));
  }

  private long accepted(TableContract table) {
    return outcomes.stream()
        .filter(o -> o.file().table().equals(table.name()))
        .mapToLong(FileOutcome::accepted)
        .sum();
  }

  private static Column arrivalDate() {
    return date_from_unix_date(col("arrival_date")).as("arrival_date");
  }

  void writeRejected(DecidedRows rows) {
    Set<String> withRejects =
        outcomes.stream()
            .filter(o -> o.rejected() > 0)
            .map(o -> o.file().table())
            .collect(Collectors.toCollection(TreeSet::new));
    if (withRejects.isEmpty()) {
      writeNone("rejected_rows");
    } else {
      write(
          "rejected_rows",
          rows(rows.rejected(withRejects).coalesce(1), REJECTED)
              .withColumn("arrival_date", arrivalDate()));
    }
  }

  void writeFiles() {
    List<Row> rows = outcomes.stream().map(FileOutcome::toRow).toList();
    write("input_files", rows("input_files", rows).coalesce(1));
  }

  /** Which tables the drop has, and what is off without the others. */
  void writeTables(InputDrop drop) {
    List<Row> rows =
        InputContract.tables().stream()
            .map(
                table ->
                    RowFactory.create(
                        table.name(),
                        drop.has(table, night),
                        accepted(table),
                        table.outputs().toArray(String[]::new)))
            .toList();
    tables.write("input_tables", rows("input_tables", rows).coalesce(1));
  }

  /** A table of earlier nights alone stays as it is: the new snapshot takes it over. */
  private void writeNone(String table) {
    boolean isPartitioned = tables.catalog().table(table).partitionColumn().isPresent();
    if (!isPartitioned || !tables.isThere(table) || hasNight(table)) {
      write(table, rows(table, List.of()));
    }
  }

  private boolean hasNight(String table) {
    List<String> folders = nights().stream().map(n -> "/arrival_date=" + n + "/").toList();
    return Arrays.stream(tables.read(table).inputFiles())
        .anyMatch(file -> folders.stream().anyMatch(file::contains));
  }

  private Dataset<Row> rows(String table, List<Row> rows) {
    return tables.spark().createDataFrame(rows, tables.declaredSchema(table));
  }

  private Dataset<Row> rows(JavaRDD<Row> rows, StructType columns) {
    return tables.spark().createDataFrame(rows, columns);
  }

  /** The run's nights are written anew, also those without rows. */
  private void write(String table, Dataset<Row> rows) {
    tables.write(table, rows, nights());
  }

  private List<LocalDate> nights() {
    return night.firstDate().datesUntil(night.date().plusDays(1)).toList();
  }
}
