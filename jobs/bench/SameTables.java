import io.koe.store.Commit;
import io.koe.store.Storage;
import io.koe.store.Views;
import io.koe.store.Warehouse;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares all published tables of two warehouses, shared and restricted, row by row, each row as
 * often as it is there. No column is left out: that two runs publish the same night at another time
 * and place is no value of any table, and the number in a run's id counts the warehouse's runs.
 *
 * <pre>java -cp jobs/target/koe-jobs.jar jobs/bench/SameTables.java WAREHOUSE OTHER</pre>
 *
 * Ends with 1 when a table differs or is in one of them alone.
 */
public final class SameTables {
  private final Statement duckDb;
  private final Map<String, Path> tables;
  private final Map<String, Path> others;
  private long rows;

  private SameTables(Statement duckDb, Path warehouse, Path other) {
    this.duckDb = duckDb;
    this.tables = tables(warehouse);
    this.others = tables(other);
  }

  public static void main(String[] arguments) throws IOException, SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement duckDb = connection.createStatement()) {
      SameTables comparison = new SameTables(duckDb, Storage.path(arguments[0]), Storage.path(arguments[1]));
      System.exit(comparison.different() == 0 ? 0 : 1);
    }
  }

  private static Map<String, Path> tables(Path warehouse) {
    Warehouse published = Warehouse.published(warehouse);
    Commit newest = published.newest().orElseThrow();
    Map<String, Path> tables = new TreeMap<>();
    for (Commit.CommittedTable table : newest.tables()) {
      Path place = published.snapshot(newest).resolve(table.place());
      tables.put(table.place() + "/" + table.name(), place.resolve(table.name()));
    }
    return tables;
  }

  private int different() throws IOException, SQLException {
    Set<String> all = new TreeSet<>(tables.keySet());
    all.addAll(others.keySet());
    int different = 0;
    for (String table : all) {
      different += isEqual(table) ? 0 : 1;
    }
    System.out.printf("%d tables, %,d rows: %d different%n", all.size(), rows, different);
    return different;
  }

  private boolean isEqual(String table) throws IOException, SQLException {
    if (!tables.containsKey(table) || !others.containsKey(table)) {
      System.out.printf("FAIL   %-36s in one of them alone%n", table);
      return false;
    }
    duckDb.execute(Views.duckDbAsItIs("a", tables.get(table)));
    duckDb.execute(Views.duckDbAsItIs("b", others.get(table)));
    long count = number("select count(*) from a");
    long missing = number("select count(*) from (from a except all from b)");
    long more = number("select count(*) from (from b except all from a)");
    rows += count;
    if (missing + more == 0) {
      System.out.printf("equal  %-36s %,10d rows%n", table, count);
      return true;
    }
    System.out.printf(
        "FAIL   %-36s %,10d rows, %,d of them not in the other, which has %,d others%n",
        table, count, missing, more);
    return false;
  }

  private long number(String query) throws SQLException {
    try (ResultSet row = duckDb.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
