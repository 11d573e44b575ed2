package io.koe.ingest;

import com.github.luben.zstd.Zstd;
import java.io.Serializable;

/**
 * Rows of one file, packed by {@link RowWriter} and compressed: what a task keeps of the drop in
 * memory or, if it must, encrypted on disk.
 */
final class RowBlock implements Serializable {
  /** Of Zstandard: rows are packed once and unpacked by each question about them. */
  private static final int LEVEL = -3;

  private final int task;
  private final InputFile file;
  private final byte[] bytes;
  private final int unpackedBytes;
  private final SliceSummary summary;

  /**
   * Compresses the rows.
   *
   * @param task the task that parsed the rows, from 0
   * @param rows the packed rows, in the file's order
   * @param summary what their slice counted; only with the slice's last rows, else null
   */
  RowBlock(int task, InputFile file, byte[] rows, SliceSummary summary) {
    this.task = task;
    this.file = file;
    this.bytes = Zstd.compress(rows, LEVEL);
    this.unpackedBytes = rows.length;
    this.summary = summary;
  }

  int task() {
    return task;
  }

  InputFile file() {
    return file;
  }

  SliceSummary summary() {
    return summary;
  }

  /** The rows, of each as much as is asked for. */
  Iterable<PackedRow> rows(PackedRow.Parts parts) {
    return () -> new RowReader(Zstd.decompress(bytes, unpackedBytes), parts);
  }
}
