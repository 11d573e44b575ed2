package io.koe.report.data;

import io.koe.error.KoeException;
import io.koe.query.Column;
import io.koe.query.PinnedTables;
import io.koe.query.QueryResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of one published snapshot, whatever is published meanwhile. */
public final class SnapshotTables implements ReportTables, AutoCloseable {
  private final String snapshot;
  private final PinnedTables tables;

  private SnapshotTables(String snapshot, PinnedTables tables) {
    this.snapshot = snapshot;
    this.tables = tables;
  }

  /**
   * Opens a snapshot.
   *
   * @param snapshot its folder, or a link to it like {@code current}
   * @throws KoeException with {@code INPUT_MISSING} when there is no such snapshot
   */
  public static SnapshotTables open(Path snapshot) {
    PinnedTables tables = PinnedTables.open(snapshot);
    try {
      return new SnapshotTables(snapshot.toRealPath().getFileName().toString(), tables);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String snapshot() {
    return snapshot;
  }

  @Override
  public Set<String> names() {
    return tables.tables();
  }

  @Override
  public List<Map<String, Object>> rows(String select) {
    QueryResult result = tables.query(select);
    List<String> names = result.columns().stream().map(Column::name).toList();
    return result.rows().stream().map(row -> named(names, row)).toList();
  }

  private static Map<String, Object> named(List<String> names, List<Object> row) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      values.put(names.get(i), row.get(i));
    }
    return values;
  }

  @Override
  public void close() {
    tables.close();
  }
}
