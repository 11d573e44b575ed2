package io.koe.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** An answer in a file, which is there whole or not at all. */
public final class QueryOutput {
  private final Path target;
  private final QueryFormat format;
  private final Integer limit;

  /**
   * @param limit rows at most; null for all
   */
  public QueryOutput(Path target, QueryFormat format, Integer limit) {
    this.target = target.toAbsolutePath().normalize();
    this.format = format;
    this.limit = limit;
  }

  /** Answers the query and writes; leaves what was there when the query fails. */
  public void write(Path snapshot, String sql) {
    Path draft = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      try {
        Files.deleteIfExists(draft);
        if (format == QueryFormat.PARQUET) {
          writeParquet(snapshot, sql, draft);
        } else {
          writeText(snapshot, sql, draft);
        }
        Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new KoeException(
          ExitCode.DISK,
          "the answer cannot be written (" + e.getClass().getSimpleName() + ")",
          target.toString(),
          "name a file in a folder that is there and may be written to",
          e);
    }
  }

  private void writeParquet(Path snapshot, String sql, Path draft) throws IOException {
    // Made here first: DuckDB's own message about a folder that is not there is about permissions.
    Files.createFile(draft);
    try (PinnedTables tables = PinnedTables.openToWrite(snapshot, draft)) {
      tables.copyTo(draft, sql, limit);
    }
  }

  private void writeText(Path snapshot, String sql, Path draft) throws IOException {
    try (PinnedTables tables = PinnedTables.open(snapshot);
        PrintStream file = new PrintStream(Files.newOutputStream(draft), false, UTF_8)) {
      int rows = limit == null ? Integer.MAX_VALUE : limit;
      QueryPrinter.limited(format, file, System.err, rows).print(tables, sql);
      if (file.checkError()) {
        throw new IOException("a write failed");
      }
    }
  }
}
