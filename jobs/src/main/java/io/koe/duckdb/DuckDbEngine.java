package io.koe.duckdb;

import io.koe.night.SqlEngine;
import io.koe.night.StoredSchema;
import io.koe.sql.TableCatalog;
import io.koe.sql.TableColumn;
import io.koe.sql.TableModel;
import io.koe.store.SqlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.StructType;

/**
 * DuckDB as the engine of a night on one machine: in this process, on all its cores, in memory
 * alone. One statement runs at a time, on several threads of DuckDB's own.
 */
public final class DuckDbEngine implements SqlEngine {
  /** What a table's name stands for so far. */
  private enum Kind {
    VIEW,
    TABLE
  }

  private final TableCatalog catalog;
  private final DuckDb duckDb;
  private final Lock lock = new ReentrantLock();

  /** Where the rows of tables are. */
  private final Map<String, Path> folders = new HashMap<>();

  /** Tables DuckDB knows. A folder is listed, and its files' footers read, once it is asked for. */
  private final Map<String, Kind> known = new HashMap<>();

  private DuckDbEngine(TableCatalog catalog, DuckDb duckDb) {
    this.catalog = catalog;
    this.duckDb = duckDb;
  }

  /**
   * Starts one that has seen no table.
   *
   * @param threads at most
   */
  public static DuckDbEngine start(TableCatalog catalog, int threads) {
    return new DuckDbEngine(catalog, DuckDb.openInMemory(threads));
  }

  @Override
  public void see(String table, Path folder) {
    alone(
        () -> {
          forget(table);
          folders.put(table, folder);
        });
  }

  @Override
  public void give(String step, String query) {
    alone(
        () -> {
          make(catalog.tablesNamed(query));
          forget(step);
          duckDb.execute(step, "create table %s as %s".formatted(quoted(step), query));
          known.put(step, Kind.TABLE);
        });
  }

  @Override
  public void compute(TableModel table, Map<String, Object> parameters) throws TooLargeException {
    inMemory(
        () -> {
          make(catalog.tablesRead(table));
          forget(table.name());
          duckDb.execute(table.fileName(), DuckDbSql.table(table, parameters));
          return known.put(table.name(), Kind.TABLE);
        });
  }

  @Override
  public StructType write(TableModel table, Path folder) throws TooLargeException {
    return inMemory(() -> copied(table, folder));
  }

  private StructType copied(TableModel table, Path folder) {
    try {
      List<DuckDbColumn> columns = columns(table);
      StructType schema = new StructType();
      StructType inFiles = new StructType();
      for (DuckDbColumn column : columns) {
        schema = schema.add(column.field());
        if (!table.partitionColumn().filter(column.name()::equals).isPresent()) {
          inFiles = inFiles.add(column.field());
        }
      }
      duckDb.execute(table.fileName(), copy(table, columns, inFiles, folder));
      return schema;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<DuckDbColumn> columns(TableModel table) {
    Map<String, String> comments =
        TableColumn.of(table).stream()
            .collect(Collectors.toMap(TableColumn::name, TableColumn::comment));
    List<DuckDbColumn> columns = new ArrayList<>();
    for (List<String> column : duckDb.rows(table.name(), "describe " + quoted(table.name()))) {
      String name = column.get(0);
      columns.add(new DuckDbColumn(name, column.get(1), comments.getOrDefault(name, "")));
    }
    return columns;
  }

  /** With the schema as Spark leaves it, so that it reads names of columns and comments. */
  private static String copy(
      TableModel table, List<DuckDbColumn> columns, StructType inFiles, Path folder)
      throws IOException {
    String rows = columns.stream().map(DuckDbColumn::stored).collect(Collectors.joining(", "));
    boolean isPartitioned = table.partitionColumn().isPresent();
    Files.createDirectories(isPartitioned ? folder.getParent() : folder);
    return "copy (select %s from %s) to %s (format parquet, compression zstd, kv_metadata {%s: %s}%s)"
        .formatted(
            rows,
            quoted(table.name()),
            SqlText.of(isPartitioned ? folder : folder.resolve("part-0.parquet")),
            SqlText.of(StoredSchema.KEY),
            SqlText.of(inFiles.json()),
            table
                .partitionColumn()
                .map(c -> ", partition_by (%s), filename_pattern 'part-{i}'".formatted(quoted(c)))
                .orElse(""));
  }

  @Override
  public long count(String name, String query, Map<String, Object> parameters)
      throws TooLargeException {
    return inMemory(
        () -> {
          make(catalog.tablesNamed(query));
          return duckDb.number(
              name, "select count(*) from (" + DuckDbSql.query(query, parameters) + "\n)");
        });
  }

  /** Makes DuckDB know tables; those nobody has written yet have no rows. */
  private void make(Collection<String> tables) {
    for (String table : tables) {
      if (!known.containsKey(table)) {
        make(catalog.table(table));
      }
    }
  }

  private void make(TableModel table) {
    Path folder = folders.get(table.name());
    if (folder != null) {
      String rows = ParquetRows.query(duckDb, table.name(), folder);
      duckDb.execute(
          table.fileName(),
          "create view %s as %s"
              .formatted(
                  quoted(table.name()),
                  table.computedBySql() ? rows : ParquetRows.declared(table, rows)));
      known.put(table.name(), Kind.VIEW);
    } else if (!table.computedBySql()) {
      duckDb.execute(table.fileName(), DuckDbSql.empty(table));
      known.put(table.name(), Kind.TABLE);
    }
  }

  private void forget(String table) {
    Kind kind = known.remove(table);
    if (kind != null) {
      duckDb.execute(table, "drop %s %s".formatted(kind, quoted(table)));
    }
  }

  /** Alone, too; what needs more memory than there is has changed nothing. */
  private <T> T inMemory(Supplier<T> work) throws TooLargeException {
    lock.lock();
    try {
      return work.get();
    } catch (DuckDb.OutOfMemoryException e) {
      throw new TooLargeException();
    } finally {
      lock.unlock();
    }
  }

  private void alone(Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }

  private static String quoted(String name) {
    return "\"" + name + "\"";
  }

  @Override
  public void close() {
    duckDb.close();
  }
}
