package io.koe.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.store.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryOutputTest {
  private static final String TWO =
      "select night, n from contacts, range(3) as r (n) order by n -- up";

  @TempDir static Path root;
  private static Path snapshot;

  @BeforeAll
  static void publish() throws Exception {
    TestNights.publish(Warehouse.open(root.resolve("wh")), 7);
    snapshot = root.resolve("wh").resolve("current");
  }

  @Test
  void anAnswerBecomesParquetAndReplacesAnOlderOne() throws SQLException {
    Path file = root.resolve("it's.parquet");
    new QueryOutput(file, QueryFormat.PARQUET, null).write(snapshot, TWO + "\n;");
    assertEquals(3, rows(file));
    new QueryOutput(file, QueryFormat.PARQUET, 2).write(snapshot, TWO);
    assertEquals(2, rows(file));
  }

  @Test
  void textGoesToAFileAsFarAsAskedFor() throws IOException {
    Path file = root.resolve("two.csv");
    new QueryOutput(file, QueryFormat.CSV, 2).write(snapshot, TWO);
    assertEquals("night,n\r\n7,0\r\n7,1\r\n", Files.readString(file));
  }

  @Test
  void aQueryThatFailsLeavesTheOldAnswerAndNothingElse() throws IOException {
    Path folder = Files.createDirectory(root.resolve("old"));
    Path file = folder.resolve("a.parquet");
    Files.writeString(file, "old");
    for (String wrong :
        new String[] {"select nothing", "select 1); drop view contacts; (select 1"}) {
      QueryOutput output = new QueryOutput(file, QueryFormat.PARQUET, null);
      assertThrows(KoeException.class, () -> output.write(snapshot, wrong), wrong);
      assertEquals("old", Files.readString(file));
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(1, left.count());
    }
  }

  @Test
  void aFolderThatIsNotThereIsSaidSo() {
    Path file = root.resolve("nowhere").resolve("a.parquet");
    KoeException failure =
        assertThrows(
            KoeException.class,
            () -> new QueryOutput(file, QueryFormat.PARQUET, null).write(snapshot, TWO));
    assertEquals(ExitCode.DISK, failure.exitCode());
    assertFalse(Files.exists(file));
  }

  private static long rows(Path file) throws SQLException {
    String sql = "select count(*) from read_parquet('" + file.toString().replace("'", "''") + "')";
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
