package io.koe.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.timestamp_micros;

import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Stage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Reads the drop's files of the night or nights, and lands what keeps the contract.
 *
 * <ol>
 *   <li>Parse, check, mask and pseudonymise every row, in the task that reads its file.
 *   <li>Set aside files that can't be read, repeated keys, and what is older than its inquiry.
 *   <li>Account for every row of every file; too many rejects stop the run.
 *   <li>Write the landed and the whole tables, {@code rejected_rows}, {@code input_files}, {@code
 *       input_tables}, and the days of {@code inquiries} that changed.
 * </ol>
 */
public final class IngestStage implements Stage {
  private final InputDrop drop;
  private final PrivacySource privacy;

  /**
   * @param input the drop's folder
   * @param keyFile the pseudonym key, readable on every executor under this path
   */
  public IngestStage(Path input, Path keyFile) {
    this(input, new KeyFilePrivacy(keyFile.toAbsolutePath().toString()));
  }

  IngestStage(Path input, PrivacySource privacy) {
    this.drop = new InputDrop(input);
    this.privacy = privacy;
  }

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public void run(RunTables tables, Night night) {
    List<InputFile> files = drop.files(night);
    privacy.open();
    int latenessDays = night.settings().latenessDays();
    try (StagedRows staged = StagedRows.parse(tables.spark(), files, privacy, latenessDays)) {
      Dataset<Row> decisions = Decisions.of(staged, tables, night).persist();
      Dataset<Row> accepted =
          staged.candidates().join(decisions, Decisions.position(), "left_anti");
      List<FileOutcome> outcomes =
          Reconciliation.outcomes(
              files, staged, decisions, Superseding.of(accepted, tables, night));
      Reconciliation.requireFewRejects(outcomes, night.settings().maximumRejectShare());
      writeTables(tables, night, accepted, outcomes);
      writeRejects(tables, night, staged, decisions);
      writeInputs(tables, night, outcomes);
      decisions.unpersist();
    }
    computeInquiries(tables, night);
  }

  private static void writeTables(
      RunTables tables, Night night, Dataset<Row> accepted, List<FileOutcome> outcomes) {
    Map<String, Long> counts = acceptedByTable(outcomes);
    for (TableContract table : InputContract.tables()) {
      Dataset<Row> rows =
          counts.getOrDefault(table.name(), 0L) == 0
              ? empty(tables, table.landedTable())
              : accepted
                  .where(col("table_name").equalTo(table.name()))
                  .select(landedColumns(table));
      write(tables, table.landedTable(), rows, night);
    }
  }

  private static Map<String, Long> acceptedByTable(List<FileOutcome> outcomes) {
    return outcomes.stream()
        .collect(
            Collectors.groupingBy(
                o -> o.file().table(), Collectors.summingLong(FileOutcome::accepted)));
  }

  private static Dataset<Row> empty(RunTables tables, String table) {
    return tables.spark().createDataFrame(List.of(), tables.declaredSchema(table));
  }

  private static Column[] landedColumns(TableContract table) {
    List<Column> columns = new ArrayList<>();
    for (ColumnContract column : table.columns()) {
      Column stored = col(column.stagedName());
      Column landed =
          switch (column.type()) {
            case TIMESTAMP -> timestamp_micros(stored);
            case DATE -> date_from_unix_date(stored);
            default -> stored;
          };
      columns.add(landed.as(column.name()));
    }
    columns.add(date_from_unix_date(col("arrival_date")).as("arrival_date"));
    return columns.toArray(Column[]::new);
  }

  private static void writeRejects(
      RunTables tables, Night night, StagedRows staged, Dataset<Row> decisions) {
    Dataset<Row> rejected =
        staged
            .readable()
            .join(
                decisions.where(col("decision").notEqual(Decisions.DUPLICATE)),
                Decisions.position(),
                "left")
            .withColumn("reason", coalesce(col("reason"), col("decision")))
            .where(col("reason").isNotNull())
            .withColumn("arrival_date", date_from_unix_date(col("arrival_date")))
            .coalesce(1);
    write(tables, "rejected_rows", rejected, night);
  }

  private void writeInputs(RunTables tables, Night night, List<FileOutcome> outcomes) {
    List<Row> files = outcomes.stream().map(FileOutcome::toRow).toList();
    write(tables, "input_files", rows(tables, "input_files", files).coalesce(1), night);
    Map<String, Long> counts = acceptedByTable(outcomes);
    List<Row> inputs =
        InputContract.tables().stream()
            .map(
                table ->
                    RowFactory.create(
                        table.name(),
                        drop.has(table, night),
                        counts.getOrDefault(table.name(), 0L),
                        table.outputs().toArray(String[]::new)))
            .toList();
    tables.write("input_tables", rows(tables, "input_tables", inputs).coalesce(1));
  }

  private static Dataset<Row> rows(RunTables tables, String table, List<Row> rows) {
    return tables.spark().createDataFrame(rows, tables.declaredSchema(table));
  }

  /** The run's nights are written anew, also those without rows. */
  private static void write(RunTables tables, String table, Dataset<Row> rows, Night night) {
    List<LocalDate> nights = night.firstDate().datesUntil(night.date().plusDays(1)).toList();
    tables.write(table, rows, nights);
  }

  private static void computeInquiries(RunTables tables, Night night) {
    List<LocalDate> touched =
        tables
            .spark()
            .sql(
                "select distinct cast(created_at as date) from landed_inquiries"
                    + " where arrival_date <= :run_date and inquiry_id in"
                    + " (select inquiry_id from landed_inquiries"
                    + " where arrival_date between :first_date and :run_date)",
                Map.of("first_date", night.firstDate(), "run_date", night.date()))
            .collectAsList()
            .stream()
            .map(r -> ((java.sql.Date) r.get(0)).toLocalDate())
            .toList();
    tables.compute(InputContract.INQUIRIES, night, touched);
  }
}
