package io.koe.cli;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.sql.Place;
import io.koe.sql.TableCatalog;
import io.koe.sql.TableColumn;
import io.koe.sql.TableModel;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code koe catalog}: what each table holds and what each column means. */
@Command(
    name = "catalog",
    description = "Print the published tables and their columns with descriptions.",
    mixinStandardHelpOptions = true)
final class CatalogCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "TABLE", description = "Only these tables.")
  private List<String> only = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    TableCatalog catalog = TableCatalog.load();
    for (String name : only) {
      if (!catalog.has(name)) {
        throw new KoeException(
            ExitCode.USAGE,
            "there is no table " + name,
            "koe catalog",
            "see koe catalog for the names of all tables");
      }
    }
    catalog.tables().stream()
        .filter(t -> t.place() != Place.INTERNAL || only.contains(t.name()))
        .filter(t -> only.isEmpty() || only.contains(t.name()))
        .forEach(this::print);
    return 0;
  }

  private void print(TableModel table) {
    PrintWriter out = spec.commandLine().getOut();
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
