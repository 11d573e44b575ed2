package io.koe.store;

import io.koe.store.Commit.CommittedTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** SQL that gives each published table a view, all pinned to one snapshot's absolute path. */
public final class Views {
  private Views() {}

  /**
   * The DuckDB statement for one table, whatever days its folder will have.
   *
   * @param folder the table's folder in a snapshot; its hive-style folders become columns
   */
  public static String duckDb(String table, Path folder) {
    return duckDb(table, SqlText.of(folder + "/**/*.parquet"));
  }

  /**
   * The same of the files there are: a pattern makes DuckDB list all folders for every query of the
   * view. Those of HDFS are copied.
   */
  public static String duckDbAsItIs(String table, Path folder) throws IOException {
    return duckDb(table, files(folder));
  }

  private static String duckDb(String table, String files) {
    return "create or replace view \"%s\" as select * from %s;".formatted(table, rows(files));
  }

  /** DuckDB's rows of the files there are in a table's folder, to be put after {@code from}. */
  public static String duckDbRows(Path folder) throws IOException {
    return rows(files(folder));
  }

  private static String files(Path folder) throws IOException {
    return FileTree.files(LocalCopies.of(folder)).stream()
        .filter(file -> file.toString().endsWith(".parquet"))
        .map(SqlText::of)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String rows(String files) {
    return "read_parquet(%s, hive_partitioning = true, union_by_name = true)".formatted(files);
  }

  /** A DuckDB script of all tables; what differs between nights is only the snapshot's path. */
  static String duckDb(Commit commit, Path snapshot) {
    return head(commit)
        + commit.tables().stream()
            .map(t -> duckDb(t.name(), folder(snapshot, t)) + "\n" + duckDbComment(t))
            .collect(Collectors.joining());
  }

  private static String duckDbComment(CommittedTable table) {
    return table.comment().isEmpty()
        ? ""
        : "comment on view \"%s\" is %s;\n".formatted(table.name(), SqlText.of(table.comment()));
  }

  /** A Spark SQL script of all tables; a column that came later is null in older days. */
  static String spark(Commit commit, Path snapshot) {
    return head(commit)
        + commit.tables().stream()
            .map(t -> sparkComment(t) + spark(t.name(), folder(snapshot, t)))
            .collect(Collectors.joining());
  }

  private static String spark(String table, Path folder) {
    return "create or replace temporary view `%s` using parquet options (path '%s', mergeSchema 'true');\n"
        .formatted(table, folder.toString().replace("'", "\\'"));
  }

  /** Spark has no place for it in a view with options. */
  private static String sparkComment(CommittedTable table) {
    return table.comment().isEmpty() ? "" : "-- " + table.comment().replaceAll("\\s+", " ") + "\n";
  }

  private static String head(Commit commit) {
    return "-- Koe, commit %d, the night of %s. Load it anew to see a later night.\n"
        .formatted(commit.number(), commit.runDate());
  }

  private static Path folder(Path snapshot, CommittedTable table) {
    return snapshot.resolve(table.place()).resolve(table.name());
  }
}
