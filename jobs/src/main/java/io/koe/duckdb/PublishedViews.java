package io.koe.duckdb;

import io.koe.sql.Place;
import io.koe.sql.TableCatalog;
import io.koe.sql.TableModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A snapshot in DuckDB: {@code published.<table>} is what its files hold, with times in Japan. What
 * Java writes is there under its own name too, for the tables computed from it; without files, such
 * as the {@code _before} of an earlier run, it has no rows.
 */
public final class PublishedViews {
  /** What Java hands on within a run and never writes, as it is when all nights are computed. */
  public static final Map<String, String> STEPS =
      Map.of(
          "touched_days",
          "select distinct cast(created_at as date) as created_date from landed_inquiries");

  private PublishedViews() {}

  /** Makes the views; returns the names of the tables that are published. */
  public static Set<String> create(DuckDb duckDb, TableCatalog catalog, Path snapshot) {
    Set<String> published = new TreeSet<>();
    duckDb.execute("published", "create schema published");
    for (TableModel table : catalog.tables()) {
      Path folder = snapshot.resolve(table.place().folder()).resolve(table.name());
      boolean isThere = table.place() != Place.INTERNAL && Files.isDirectory(folder);
      if (isThere) {
        published.add(table.name());
        view(duckDb, "published.\"" + table.name() + "\"", table.name(), folder);
      }
      if (!table.computedBySql()) {
        duckDb.execute(table.fileName(), isThere ? copy(table) : DuckDbSql.empty(table));
      }
    }
    STEPS.forEach(
        (table, query) -> duckDb.execute(table, "insert into \"%s\" %s".formatted(table, query)));
    return published;
  }

  /** Makes a table readable under its own name as a run has staged it. */
  public static void staged(DuckDb duckDb, TableModel table, Path staging) {
    Path folder = staging.resolve(table.place().folder()).resolve(table.name());
    view(duckDb, "\"" + table.name() + "\"", table.name(), folder);
  }

  private static String copy(TableModel table) {
    String rows = "select * from published.\"" + table.name() + "\"";
    return "create view \"%s\" as %s".formatted(table.name(), ParquetRows.declared(table, rows));
  }

  private static void view(DuckDb duckDb, String name, String table, Path folder) {
    duckDb.execute(
        table, "create view %s as %s".formatted(name, ParquetRows.query(duckDb, table, folder)));
  }
}
