package io.koe.store;

import io.koe.store.Commit.CommittedColumn;
import io.koe.store.Commit.CommittedTable;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * SQL that declares each published table as an external one, all of one snapshot, for engines that
 * must be told columns and types. Tables whose columns the commit does not name are left out.
 */
final class ExternalTables {
  /** Stands for where the snapshot has been copied to. */
  static final String BUCKET = "gs://YOUR-BUCKET/koe";

  private static final Map<String, String> TRINO =
      Map.of(
          "string", "varchar",
          "int", "integer",
          "binary", "varbinary",
          "timestamp", "timestamp(3)");

  private static final Map<String, String> BIG_QUERY =
      Map.of(
          "bigint", "int64",
          "int", "int64",
          "double", "float64",
          "boolean", "bool",
          "binary", "bytes");

  private ExternalTables() {}

  /** For Trino's Hive connector, in the schema {@code hive.koe}. */
  static String trino(Commit commit, Path snapshot) {
    return head(commit)
        + "-- Trino's Hive connector; a file:// must be a place its workers see: put another prefix (s3://, hdfs://) where\n"
        + "-- the snapshot was copied. Instants are in UTC: at_timezone(with_timezone(created_at, 'UTC'), 'Asia/Tokyo').\n"
        + "create schema if not exists hive.koe;\n"
        + commit.tables().stream()
            .filter(t -> !t.columns().isEmpty())
            .map(t -> trino(t, place(snapshot) + "/" + t.place() + "/" + t.name()))
            .collect(Collectors.joining());
  }

  private static String place(Path snapshot) {
    return Storage.isLocal(snapshot) ? "file://" + snapshot : snapshot.toString();
  }

  private static String trino(CommittedTable table, String location) {
    String name = "hive.koe.\"" + table.name() + "\"";
    String folders = folders(table, c -> SqlText.of(c.name()));
    String columns =
        table.columns().stream()
            .map(
                c ->
                    "  \"%s\" %s%s"
                        .formatted(c.name(), trinoType(c.type()), after(" comment ", c.comment())))
            .collect(Collectors.joining(",\n"));
    return "drop table if exists %s;\ncreate table %s (\n%s\n)".formatted(name, name, columns)
        + after(" comment ", table.comment())
        + " with (\n  format = 'PARQUET', external_location = "
        + SqlText.of(location)
        + (folders.isEmpty() ? "" : ", partitioned_by = array[" + folders + "]")
        + "\n);\n"
        + (folders.isEmpty()
            ? ""
            : "call hive.system.sync_partition_metadata('koe', %s, 'FULL');\n"
                .formatted(SqlText.of(table.name())));
  }

  /** For BigQuery, in the data set {@code koe}. */
  static String bigQuery(Commit commit) {
    return head(commit)
        + "-- BigQuery reads Cloud Storage: copy the folder snapshots/"
        + commit.snapshot()
        + " there (gcloud storage rsync --recursive)\n-- and put its place for "
        + BUCKET
        + ".\n"
        + commit.tables().stream()
            .filter(t -> !t.columns().isEmpty())
            .map(t -> bigQuery(t, String.join("/", BUCKET, commit.snapshot(), t.place(), t.name())))
            .collect(Collectors.joining());
  }

  private static String bigQuery(CommittedTable table, String location) {
    String folders = folders(table, c -> c.name() + " " + bigQueryType(c.type()));
    String columns =
        table.columns().stream()
            .filter(c -> !c.isFolder())
            .map(
                c ->
                    "  %s %s%s"
                        .formatted(
                            c.name(),
                            bigQueryType(c.type()),
                            c.comment().isEmpty()
                                ? ""
                                : " options (description = " + quoted(c.comment()) + ")"))
            .collect(Collectors.joining(",\n"));
    return "create or replace external table koe.%s (\n%s\n)\n".formatted(table.name(), columns)
        + (folders.isEmpty() ? "" : "with partition columns (" + folders + ")\n")
        + "options (\n  format = 'PARQUET', enable_list_inference = true, uris = ['"
        + location
        + "/*.parquet']"
        + (folders.isEmpty() ? "" : ",\n  hive_partition_uri_prefix = '" + location + "'")
        + (table.comment().isEmpty() ? "" : ",\n  description = " + quoted(table.comment()))
        + "\n);\n";
  }

  private static String folders(
      CommittedTable table, java.util.function.Function<CommittedColumn, String> text) {
    return table.columns().stream()
        .filter(CommittedColumn::isFolder)
        .map(text)
        .collect(Collectors.joining(", "));
  }

  private static String trinoType(String type) {
    return type.startsWith("array<")
        ? "array(" + trinoType(element(type)) + ")"
        : TRINO.getOrDefault(type, type);
  }

  private static String bigQueryType(String type) {
    if (type.startsWith("array<")) {
      return "array<" + bigQueryType(element(type)) + ">";
    }
    return type.startsWith("decimal") ? "bignumeric" : BIG_QUERY.getOrDefault(type, type);
  }

  private static String element(String array) {
    return array.substring("array<".length(), array.length() - 1);
  }

  private static String after(String word, String comment) {
    return comment.isEmpty() ? "" : word + SqlText.of(comment);
  }

  /** BigQuery takes a backslash in a text as the start of an escape. */
  private static String quoted(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private static String head(Commit commit) {
    return "-- Koe, commit %d, the night of %s. Load it anew to see a later night.\n"
        .formatted(commit.number(), commit.runDate());
  }
}
