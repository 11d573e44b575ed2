package io.koe.pipeline;

import io.koe.night.Night;
import io.koe.night.RunTables;
import java.sql.Date;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The tables in which Koe speaks of itself: {@code definitions, data_checks, runs}. */
final class RunRecords {
  private RunRecords() {}

  static void write(RunTables tables, Night night, String version, InputCounts counts) {
    tables.compute("definitions", night);
    Row run =
        RowFactory.create(
            night.runId(),
            Date.valueOf(night.firstDate()),
            counts.read(),
            counts.accepted(),
            counts.rejected(),
            counts.duplicates(),
            counts.unreadable(),
            String.join(" ", counts.missingTables()),
            version,
            Date.valueOf(night.date()));
    write(tables, "runs", List.of(run));
  }

  static void writeChecks(RunTables tables, Night night, List<DataChecks.Result> results) {
    write(
        tables,
        "data_checks",
        results.stream()
            .map(
                r ->
                    RowFactory.create(
                        r.check().table(),
                        r.check().fails() ? "fail" : "warn",
                        String.join(", ", r.check().gates()),
                        r.check().message(),
                        r.violations(),
                        Date.valueOf(night.date())))
            .toList());
  }

  private static void write(RunTables tables, String table, List<Row> rows) {
    tables.write(
        table, tables.spark().createDataFrame(rows, tables.declaredSchema(table)).coalesce(1));
  }
}
