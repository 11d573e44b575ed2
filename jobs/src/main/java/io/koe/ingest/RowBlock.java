package io.koe.ingest;

import java.io.Serializable;

/**
 * Rows of one file, packed by {@link RowWriter}: what a task keeps of the drop in memory or, if it
 * must, encrypted on disk.
 */
final class RowBlock implements Serializable {
  private final int task;
  private final InputFile file;
  private final byte[] bytes;
  private final SliceSummary summary;

  /**
   * Packs nothing itself.
   *
   * @param task the task that parsed the rows, from 0
   * @param bytes the packed rows, in the file's order
   * @param summary what their slice counted; only with the slice's last rows, else null
   */
  RowBlock(int task, InputFile file, byte[] bytes, SliceSummary summary) {
    this.task = task;
    this.file = file;
    this.bytes = bytes;
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

  Iterable<StagedRow> rows() {
    return () -> new RowReader(bytes, true);
  }

  /** The rows without their values: most questions are about where they are and their keys. */
  Iterable<StagedRow> rowsWithoutValues() {
    return () -> new RowReader(bytes, false);
  }
}
