package io.koe.pipeline;

import io.koe.sql.Place;
import io.koe.sql.TableCatalog;
import io.koe.sql.TableCheck;
import io.koe.sql.TableColumn;
import io.koe.sql.TableModel;
import java.util.List;
import java.util.function.Predicate;

/**
 * Gate G11, made from the catalogue: no shared table shows a small cell that isn't marked as one.
 */
final class SmallCells {
  private static final String QUERY =
      "select '%1$s' as table_name, users from %1$s where users > 0 and users < :minimum_users%2$s";

  private SmallCells() {}

  /**
   * The check over all shared tables that count users.
   *
   * @param isThere which tables can be read
   */
  static TableCheck check(TableCatalog catalog, Predicate<String> isThere) {
    List<String> queries =
        catalog.tables().stream()
            .filter(table -> table.place() == Place.SHARED && isThere.test(table.name()))
            .filter(SmallCells::countsUsers)
            .map(table -> QUERY.formatted(table.name(), flagged(table)))
            .toList();
    return new TableCheck(
        "SmallCells",
        "shared tables",
        true,
        List.of("G11"),
        "a cell of fewer users than the minimum is shown",
        queries.isEmpty()
            ? "select 1 as users where false"
            : String.join("\nunion all\n", queries));
  }

  /** Tables that mark small cells instead of emptying them say so. */
  private static String flagged(TableModel table) {
    return has(table, "is_suppressed") ? " and not coalesce(is_suppressed, false)" : "";
  }

  private static boolean countsUsers(TableModel table) {
    return has(table, "users");
  }

  private static boolean has(TableModel table, String name) {
    return TableColumn.of(table).stream().anyMatch(column -> column.name().equals(name));
  }
}
