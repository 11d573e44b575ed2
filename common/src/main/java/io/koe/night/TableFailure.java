package io.koe.night;

import io.koe.sql.TableModel;

/** A table could not be computed; the cause says why. */
public final class TableFailure extends RuntimeException {
  private final String file;

  TableFailure(TableModel table, Throwable cause) {
    super("sql/" + table.fileName() + " failed", cause);
    this.file = "sql/" + table.fileName();
  }

  /** The file that computes it, such as {@code sql/metrics/merge_chains.sql}. */
  public String file() {
    return file;
  }
}
