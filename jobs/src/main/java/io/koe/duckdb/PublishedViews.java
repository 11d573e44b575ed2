package io.koe.duckdb;

import io.koe.sql.Place;
import io.koe.sql.TableCatalog;
import io.koe.sql.TableModel;
import io.koe.store.Views;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A snapshot in DuckDB: {@code published.<table>} is what its files hold, with times in Japan. What
 * Java writes is there under its own name too, for the tables computed from it; without files, such
 * as the {@code _before} of an earlier run, it has no rows.
 */
public final class PublishedViews {
  /** What Java hands on within a run and never writes, as it is when all nights are computed. */
  static final Map<String, String> STEPS =
      Map.of(
          "touched_days",
          "select distinct cast(created_at as date) as created_date from landed_inquiries");

  private static final String INSTANT = "TIMESTAMP WITH TIME ZONE";

  private PublishedViews() {}

  /** Makes the views; returns the names of the tables that are published. */
  public static Set<String> create(DuckDb duckDb, TableCatalog catalog, Path snapshot) {
    Set<String> published = new TreeSet<>();
    duckDb.execute("published", "create schema stored");
    duckDb.execute("published", "create schema published");
    for (TableModel table : catalog.tables()) {
      Path folder = snapshot.resolve(table.place().folder()).resolve(table.name());
      boolean isThere = table.place() != Place.INTERNAL && Files.isDirectory(folder);
      if (isThere) {
        published.add(table.name());
        view(duckDb, table.name(), folder);
      }
      if (!table.computedBySql()) {
        duckDb.execute(table.fileName(), isThere ? copy(table) : DuckDbSql.empty(table));
      }
    }
    STEPS.forEach(
        (table, query) -> duckDb.execute(table, "insert into \"%s\" %s".formatted(table, query)));
    return published;
  }

  /** A column that came after the files were written is null, as Spark reads it. */
  private static String copy(TableModel table) {
    return "create view \"%1$s\" as %2$s union all by name select * from published.\"%1$s\""
        .formatted(table.name(), DuckDbSql.noRows(table));
  }

  private static void view(DuckDb duckDb, String table, Path folder) {
    duckDb.execute(table, "set schema = 'stored'");
    duckDb.execute(table, Views.duckDb(table, folder));
    duckDb.execute(table, "set schema = 'main'");
    String replaced =
        instants(duckDb, table).stream()
            .map("\"%1$s\" at time zone 'Asia/Tokyo' as \"%1$s\""::formatted)
            .collect(Collectors.joining(", "));
    duckDb.execute(
        table,
        "create view published.\"%1$s\" as select * %2$s from stored.\"%1$s\""
            .formatted(table, replaced.isEmpty() ? "" : "replace (" + replaced + ")"));
  }

  private static List<String> instants(DuckDb duckDb, String table) {
    return duckDb.rows(table, "describe stored.\"" + table + "\"").stream()
        .filter(column -> column.get(1).equals(INSTANT))
        .map(column -> column.get(0))
        .toList();
  }
}
