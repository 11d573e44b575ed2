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
 * marked or not. Of a table in weeks or days it looks at those a night may change.
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
            .map(SmallCells::query)
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

  private static String query(TableModel table) {
    return QUERY.formatted(
        table.name(), table.partitionColumn().map(SmallCells::changed).orElse(""));
  }

  private static String changed(String partition) {
    return partition.equals("week_start_date")
        ? " and week_start_date in (select week_start_date from touched_weeks)"
        : " and %s >= :changed_from".formatted(partition);
  }

  private static boolean countsUsers(TableModel table) {
    return TableColumn.of(table).stream().anyMatch(column -> column.name().equals("users"));
  }
}
