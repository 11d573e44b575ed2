package io.koe.report;

import io.koe.report.data.ReportTables;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Made-up published tables in memory; a test may change them before it renders. */
final class FixtureTables implements ReportTables, AutoCloseable {
  private final Connection connection;

  private FixtureTables(Connection connection) {
    this.connection = connection;
  }

  static FixtureTables tenWeeks() {
    FixtureTables tables = none();
    tables.run(resource());
    return tables;
  }

  private static String resource() {
    try (InputStream stream = FixtureTables.class.getResourceAsStream("fixture.sql")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static FixtureTables none() {
    try {
      return new FixtureTables(DriverManager.getConnection("jdbc:duckdb:"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The tables as a snapshot's Parquet files. */
  void writeSnapshot(Path snapshot) {
    for (String name : names()) {
      try {
        Path folder = Files.createDirectories(snapshot.resolve("shared").resolve(name));
        run("copy " + name + " to '" + folder.resolve("part-0.parquet") + "' (format parquet)");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Copies of a topic with quotes, words in context and weeks. */
  void addTopics(int number) {
    for (String table :
        List.of(
            "contact_drivers_weekly",
            "metrics_weekly",
            "topics",
            "topic_quotes",
            "topic_contexts")) {
      run(
          """
          insert into %1$s
          select %1$s.* replace (topic_id || '-' || n as topic_id)
          from %1$s, range(%2$d) as copies (n)
          where topic_id = 't000000019v'"""
              .formatted(table, number));
    }
  }

  void run(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String snapshot() {
    return "s000000000042-3f9a1c07";
  }

  @Override
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    rows("select table_name from information_schema.tables")
        .forEach(row -> names.add(String.valueOf(row.get("table_name"))));
    return names;
  }

  @Override
  public List<Map<String, Object>> rows(String select) {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(select)) {
      List<Map<String, Object>> rows = new ArrayList<>();
      while (result.next()) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(select, e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
