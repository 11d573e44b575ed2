package io.koe.ingest;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Parses slices one after another, and packs their rows into blocks. */
final class SliceBlocks implements Iterator<RowBlock> {
  private static final int BLOCK_BYTES = 1 << 20;

  private final int task;
  private final Iterator<FileSlice> slices;
  private final TextPrivacy privacy;
  private final int latenessDays;
  private FileSlice slice;
  private SliceRows rows;

  /**
   * @param task the number that goes with each block
   * @param latenessDays see {@link RowChecker}
   */
  SliceBlocks(int task, List<FileSlice> slices, TextPrivacy privacy, int latenessDays) {
    this.task = task;
    this.slices = slices.iterator();
    this.privacy = privacy;
    this.latenessDays = latenessDays;
  }

  @Override
  public boolean hasNext() {
    return rows != null || slices.hasNext();
  }

  /** Opens the next file when its turn comes; each slice has a block, if only for its summary. */
  @Override
  public RowBlock next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    if (rows == null) {
      slice = slices.next();
      TableContract table = InputContract.table(slice.file().table());
      rows = new SliceRows(slice, table, privacy, latenessDays);
    }
    RowWriter writer = new RowWriter();
    while (writer.size() < BLOCK_BYTES && rows.hasNext()) {
      writer.write(rows.next());
    }
    return block(writer);
  }

  private RowBlock block(RowWriter writer) {
    SliceSummary summary = rows.hasNext() ? null : rows.summary();
    rows = summary == null ? rows : null;
    return new RowBlock(task, slice.file(), writer.toBytes(), summary);
  }
}
