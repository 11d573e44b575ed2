package io.koe.cli;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.query.PinnedTables;
import io.koe.query.QueryFormat;
import io.koe.query.QueryOutput;
import io.koe.query.QueryPrinter;
import io.koe.sql.Analysis;
import io.koe.store.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
  private static final int TABLE_ROWS = 100;

  /** For the shell to complete. */
  static final class Saved implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Analysis.all().stream().map(Analysis::name).iterator();
    }
  }

  @Mixin private WarehouseOption warehouse;

  @Parameters(
      arity = "0..1",
      paramLabel = "SQL",
      description = "The query, in quotes; koe catalog lists tables and columns.")
  private String sql;

  @Option(names = "--file", paramLabel = "FILE", description = "A file that holds the query.")
  private Path file;

  @Option(
      names = "--saved",
      paramLabel = "NAME",
      completionCandidates = Saved.class,
      description = "A question of sql/analysis/, by name; koe catalog --saved lists them.")
  private String saved;

  @Option(names = "--tables", description = "Only list the tables there are.")
  private boolean listsTables;

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); parquet needs --out.")
  private QueryFormat format;

  @Option(
      names = {"--limit", "--rows"},
      paramLabel = "N",
      description = "Rows at most (default: a table shows 100, the other formats hold all).")
  private Integer limit;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the answer there instead; a file that is there already is replaced.")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (limit != null && limit < 1) {
      throw wrong("--limit must be 1 or more, not " + limit);
    }
    if (format == QueryFormat.PARQUET && out == null) {
      throw wrong("--format parquet needs --out FILE");
    }
    String query = listsTables ? "" : query();
    Warehouse published = Warehouse.published(warehouse.path());
    Path snapshot = published.snapshot(published.newest().orElseThrow());
    if (listsTables) {
      try (PinnedTables tables = PinnedTables.open(snapshot)) {
        tables.tables().forEach(spec.commandLine().getOut()::println);
      }
    } else if (out == null) {
      try (PinnedTables tables = PinnedTables.open(snapshot)) {
        printer().print(tables, query);
      }
    } else {
      new QueryOutput(out, format, limit).write(snapshot, query);
    }
    ClassArchive.writeIfAsked();
    return 0;
  }

  private QueryPrinter printer() {
    return limit == null
        ? new QueryPrinter(format, System.out, System.err, TABLE_ROWS)
        : QueryPrinter.limited(format, System.out, System.err, limit);
  }

  private String query() {
    if (Stream.of(sql, file, saved).filter(given -> given != null).count() != 1) {
      throw wrong("give one of: SQL, --file FILE, --saved NAME");
    }
    if (saved != null) {
      return Analysis.of(saved)
          .map(Analysis::query)
          .orElseThrow(() -> wrong("there is no saved question " + saved));
    }
    return file == null ? sql : text(file);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new KoeException(
          ExitCode.INPUT_MISSING,
          "the query cannot be read: " + e.getClass().getSimpleName(),
          file.toString(),
          "name a file in UTF-8 that holds one query, such as those of sql/analysis/",
          e);
    }
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }
}
