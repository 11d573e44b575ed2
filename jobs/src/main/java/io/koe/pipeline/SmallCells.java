package io.koe.pipeline;

import io.koe.sql.Place;
import io.koe.sql.TableCatalog;
import io.koe.sql.TableCheck;
import io.koe.sql.TableColumn;
import io.koe.sql.TableModel;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Gate G11, made from the catalogue: no shared table shows how many users a small cell has. */
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
    List<String> tables =
        catalog.tables().stream()
            .filter(table -> table.place() == Place.SHARED && isThere.test(table.name()))
            .filter(SmallCells::countsUsers)
            .map(TableModel::name)
            .toList();
    return new TableCheck(
        "SmallCells",
        "shared tables",
        true,
        List.of("G11"),
        "a cell of fewer users than the minimum is shown",
        tables.isEmpty()
            ? "select 1 as users where false"
            : tables.stream().map(QUERY::formatted).collect(Collectors.joining("\nunion all\n")));
  }

  /** Tables that mark small cells instead of emptying them say so. */
  private static String flagged(TableModel table) {
    return has(table, "is_suppressed") ? " and not is_suppressed" : "";
  }

  private static boolean countsUsers(TableModel table) {
    return has(table, "users");
  }

  private static boolean has(TableModel table, String name) {
    return TableColumn.of(table).stream().anyMatch(column -> column.name().equals(name));
  }
}
