package io.koe.cli;

import io.koe.duckdb.TableOrder;
import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.lineage.ColumnName;
import io.koe.lineage.Lineage;
import io.koe.lineage.LineagePrinter;
import io.koe.lineage.SparkLineage;
import io.koe.pipeline.Engines;
import io.koe.pipeline.SparkRun;
import io.koe.sql.Analysis;
import io.koe.sql.Place;
import io.koe.sql.TableCatalog;
import io.koe.sql.TableColumn;
import io.koe.sql.TableModel;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code koe catalog}: what each table holds, what each column means and where it comes from. */
@Command(
    name = "catalog",
    description = {
      "Print the published tables and their columns with descriptions.",
      "With --lineage, print what tables and columns are computed from: exact for tables SQL computes"
          + " (all columns of a case, a condition or a window count), as their files say for those Java"
          + " writes."
    },
    mixinStandardHelpOptions = true)
final class CatalogCommand implements Callable<Integer> {
  /** How it is printed. */
  enum Format {
    text,
    markdown,
    json,
    mermaid
  }

  /** For the shell to complete. */
  static final class Tables implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return TableCatalog.load().tables().stream().map(TableModel::name).iterator();
    }
  }

  @Parameters(
      arity = "0..*",
      paramLabel = "TABLE",
      completionCandidates = Tables.class,
      description = "Only these tables; with --lineage also a column, as TABLE.COLUMN.")
  private List<String> only = List.of();

  @Option(names = "--saved", description = "List the questions of sql/analysis/ instead.")
  private boolean listsQuestions;

  @Option(names = "--lineage", description = "What tables and columns are computed from.")
  private boolean asksLineage;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description =
          "text or markdown, the whole catalogue; of lineage text, json or mermaid"
              + " (default: ${DEFAULT-VALUE}).")
  private Format format;

  @Spec private CommandSpec spec;

  private final TableCatalog catalog = TableCatalog.load();

  @Override
  public Integer call() {
    boolean isOfLineage = format == Format.json || format == Format.mermaid;
    if (asksLineage ? format == Format.markdown : isOfLineage) {
      throw new ParameterException(
          spec.commandLine(),
          "--format %s goes %s --lineage".formatted(format, isOfLineage ? "with" : "without"));
    }
    only.forEach(this::requireThere);
    if (listsQuestions) {
      Analysis.all().forEach(this::print);
    } else if (asksLineage) {
      printLineage();
    } else if (format == Format.markdown) {
      out().print(CatalogPage.of(catalog));
      out().flush();
    } else {
      asked().forEach(this::print);
    }
    return 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private void requireThere(String name) {
    String[] parts = name.split("\\.", 2);
    boolean isThere = catalog.has(parts[0]) && (parts.length == 1 || asksLineage);
    if (!isThere || (parts.length == 2 && !hasColumn(parts[0], parts[1]))) {
      throw new KoeException(
          ExitCode.USAGE,
          "there is no table or column " + name,
          "koe catalog",
          "see koe catalog for the names of all tables");
    }
  }

  private boolean hasColumn(String table, String column) {
    return TableColumn.of(catalog.table(table)).stream().anyMatch(c -> c.name().equals(column));
  }

  private List<TableModel> asked() {
    return catalog.tables().stream()
        .filter(t -> t.place() != Place.INTERNAL || only.contains(t.name()))
        .filter(t -> only.isEmpty() || only.contains(t.name()))
        .toList();
  }

  private void printLineage() {
    LineagePrinter.Format how =
        LineagePrinter.Format.valueOf(format.name().toUpperCase(java.util.Locale.ROOT));
    LineagePrinter printer = new LineagePrinter(lineage(), out());
    if (only.isEmpty()) {
      printer.tables(asked().stream().map(TableModel::name).toList(), how);
    }
    for (String name : only) {
      String[] parts = name.split("\\.", 2);
      if (parts.length == 1) {
        printer.table(name, how);
      } else {
        printer.column(new ColumnName(parts[0], parts[1]), how);
      }
    }
  }

  private Lineage lineage() {
    try (SparkRun spark = SparkRun.start(new Engines("local[1]", false), Path.of("/dev/null"))) {
      return SparkLineage.of(spark.session(), catalog, TableOrder.of(catalog, List.of()));
    }
  }

  private void print(Analysis question) {
    out().printf("%-28s %s｜%s%n", question.name(), question.english(), question.japanese());
  }

  private void print(TableModel table) {
    PrintWriter out = out();
    out.printf("%s/%s%n", table.place().folder(), table.name());
    out.printf("  grain: %s%n", table.grain());
    out.printf("  file:  sql/%s%n", table.fileName());
    table.partitionColumn().ifPresent(c -> out.printf("  partitioned by: %s%n", c));
    table.questions().forEach(q -> out.printf("  answers: %s%n", q));
    for (TableColumn column : TableColumn.of(table)) {
      out.printf("    %-28s %s｜%s%n", column.name(), column.english(), column.japanese());
    }
    out.println();
  }
}
