package io.koe.cli;

import io.koe.query.PinnedTables;
import io.koe.query.QueryFormat;
import io.koe.query.QueryPrinter;
import io.koe.store.Warehouse;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

  @Parameters(paramLabel = "SQL", description = "The query.")
  private String sql;

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}; json is one array of objects (default: table).")
  private QueryFormat format;

  @Option(
      names = "--rows",
      defaultValue = "100",
      paramLabel = "N",
      description = "Rows a table shows; csv and json print all (default: ${DEFAULT-VALUE}).")
  private int rows;

  @Override
  public Integer call() {
    Warehouse published = Warehouse.published(warehouse.path());
    Path snapshot = published.snapshot(published.newest().orElseThrow());
    try (PinnedTables tables = PinnedTables.open(snapshot)) {
      new QueryPrinter(format, System.out, System.err, rows).print(tables, sql);
    }
    return 0;
  }
}
