package io.koe.pipeline;

import io.koe.sql.Place;
import io.koe.sql.TableCatalog;
import io.koe.sql.TableCheck;
import io.koe.sql.TableColumn;
import io.koe.sql.TableModel;
import java.util.List;
import java.util.function.Predicate;

/**
 * Gate G11, made from the catalogue: no shared table shows a cell of fewer users than the minimum,
 * marked or not.
 */
final class SmallCells {
  private static final String QUERY =
      "select '%1$s' as table_name, users from %1$s where users > 0 and users < :minimum_users";

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
            .map(table -> QUERY.formatted(table.name()))
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

  private static boolean countsUsers(TableModel table) {
    return TableColumn.of(table).stream().anyMatch(column -> column.name().equals("users"));
  }
}
