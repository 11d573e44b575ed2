package io.koe.cli;

import io.koe.query.PinnedTables;
import io.koe.query.QueryFormat;
import io.koe.query.QueryPrinter;
import io.koe.store.Warehouse;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code koe query}: SQL over one pinned snapshot. */
@Command(
    name = "query",
    description = {
      "Run SQL (DuckDB) over the newest snapshot; every published table is a view.",
      "All tables of a query are of the same night, whatever is published meanwhile."
    },
    mixinStandardHelpOptions = true)
final class QueryCommand implements Callable<Integer> {
  @Mixin private WarehouseOption warehouse;

  @Parameters(
      paramLabel = "SQL",
      description = "The query, in quotes; koe catalog lists tables and columns.")
  private String sql;

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "FORMAT",
      description = "table, csv or json, one array of objects (default: ${DEFAULT-VALUE}).")
  private QueryFormat format;

  @Option(
      names = "--rows",
      defaultValue = "100",
      paramLabel = "N",
      description = "Rows a table shows; csv and json print all (default: ${DEFAULT-VALUE}).")
  private int rows;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (rows < 1) {
      throw new ParameterException(spec.commandLine(), "--rows must be 1 or more, not " + rows);
    }
    Warehouse published = Warehouse.published(warehouse.path());
    Path snapshot = published.snapshot(published.newest().orElseThrow());
    try (PinnedTables tables = PinnedTables.open(snapshot)) {
      new QueryPrinter(format, System.out, System.err, rows).print(tables, sql);
    }
    return 0;
  }
}
