package io.koe.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** One gzip file of JSON lines, with a few unreadable rows and exact duplicates among the good. */
final class PartFile implements AutoCloseable {
  private static final double DIRTY_SHARE = 0.003;
  private static final double DUPLICATE_SHARE = 0.003;

  private final Path file;
  private final BufferedWriter writer;
  private final Draws flaws;
  private final String timeColumn;
  private long rows;
  private long dirty;
  private long duplicates;

  /**
   * @param flaws what decides on flaws; null writes none
   * @param timeColumn column a bad timestamp is put into
   */
  PartFile(Path file, Draws flaws, String timeColumn) throws IOException {
    this.file = file;
    this.flaws = flaws;
    this.timeColumn = timeColumn;
    Files.createDirectories(file.getParent());
    this.writer =
        new BufferedWriter(
            new OutputStreamWriter(
                new FastGzip(Files.newOutputStream(file)), StandardCharsets.UTF_8),
            1 << 16);
  }

  void write(String row) throws IOException {
    line(row);
    if (flaws == null) {
      return;
    }
    if (flaws.chance(DIRTY_SHARE)) {
      line(broken(row));
      dirty++;
    }
    if (flaws.chance(DUPLICATE_SHARE)) {
      line(row);
      duplicates++;
    }
  }

  private void line(String row) throws IOException {
    writer.write(row);
    writer.write('\n');
    rows++;
  }

  /** A row cut short, with an impossible time, or without the time it needs. */
  private String broken(String row) {
    int from = row.indexOf("\"" + timeColumn + "\":");
    int to = row.indexOf(',', from);
    return switch (flaws.below(3)) {
      case 0 -> row.substring(0, row.length() / 2);
      case 1 ->
          row.substring(0, from)
              + "\""
              + timeColumn
              + "\":\"2026-13-45T99:99\""
              + row.substring(to);
      default -> row.substring(0, from) + "\"" + timeColumn + "\":null" + row.substring(to);
    };
  }

  SampleTotals totals(String table) {
    return SampleTotals.of(table, rows, dirty, duplicates);
  }

  /** A part without rows leaves no file. */
  @Override
  public void close() throws IOException {
    writer.close();
    if (rows == 0) {
      Files.delete(file);
    }
  }

  /** Speed matters more than size here. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(2);
    }
  }
}
