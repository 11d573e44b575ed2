package io.koe.ingest;

import io.koe.store.Sha256;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parses one slice of a file, a row at a time, and counts what it reads. */
final class SliceRows implements Iterator<StagedRow> {
  private final FileSlice slice;
  private final TableContract table;
  private final TextPrivacy privacy;
  private final RowChecker checker;
  private final ErasureFilter erasure;
  private final Set<String> known;
  private final SliceSummary summary = new SliceSummary();
  private RecordReader reader;
  private long ordinal;
  private RawRecord record;
  private boolean isAhead;

  SliceRows(FileSlice slice, TableContract table, TextPrivacy privacy, int latenessDays) {
    this.slice = slice;
    this.table = table;
    this.privacy = privacy;
    this.checker = new RowChecker(table, privacy, slice.file().arrivalDate(), latenessDays);
    this.erasure = new ErasureFilter(table, privacy);
    this.known =
        Stream.concat(
                table.columns().stream().map(ColumnContract::name), OwnColumns.of(table).stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean hasNext() {
    if (!isAhead) {
      advance();
      isAhead = true;
    }
    return record != null;
  }

  @Override
  public StagedRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    isAhead = false;
    return row();
  }

  /** What was counted, complete when there is no next row. */
  SliceSummary summary() {
    return summary;
  }

  /** Moves to the slice's next record that isn't blank; a fault of the file ends it. */
  private void advance() {
    try {
      if (reader == null) {
        reader = InputFormat.open(slice.file().path(), table);
      }
      do {
        record = reader.next();
      } while (record != null && !isMine());
    } catch (UnreadableFileException e) {
      summary.setFault(e.reason());
      record = null;
    } catch (IOException | RuntimeException e) {
      // Its message may quote the text.
      summary.setFault(Reason.CORRUPT_FILE);
      record = null;
    }
    if (record == null) {
      close();
    }
  }

  private boolean isMine() {
    if (!slice.has(ordinal++)) {
      return false;
    }
    if (record.isBlank()) {
      summary.countBlank();
      return false;
    }
    return true;
  }

  private void close() {
    try {
      if (slice.slice() == 0) {
        summary.setSha256(Sha256.hex(slice.file().path()));
      }
      if (reader != null) {
        reader.close();
      }
    } catch (IOException e) {
      summary.setFault(Reason.CORRUPT_FILE);
    }
  }

  private StagedRow row() {
    summary.countRead();
    try {
      CheckedRow checked = checker.check(fields());
      return erasure.filter(checked).map(this::good).orElseGet(() -> erased(checked));
    } catch (RowFault e) {
      if (e.reason() == Reason.INVALID_UTF8) {
        summary.countNotUtf8();
      }
      return StagedRow.rejected(record.rowNumber(), e, rowHash());
    } catch (RuntimeException e) {
      throw withoutText(e);
    }
  }

  private StagedRow good(CheckedRow row) {
    return StagedRow.good(record.rowNumber(), row, table.followsInquiry() ? rowHash() : null);
  }

  private StagedRow erased(CheckedRow row) {
    summary.countErased(erasure.inquiry(row));
    return StagedRow.rejected(record.rowNumber(), new RowFault(Reason.ERASED, null), rowHash());
  }

  private String rowHash() {
    return privacy.rowHash(record.bytes());
  }

  private Map<String, Object> fields() throws RowFault {
    Map<String, Object> fields = record.fields();
    for (String column : fields.keySet()) {
      if (!known.contains(column)) {
        summary.addUnknownColumn(column);
      }
    }
    return fields;
  }

  /** A defect's message may quote the row, and task failures are logged. */
  private IllegalStateException withoutText(RuntimeException e) {
    String where = slice.file().name() + " row " + record.rowNumber();
    IllegalStateException safe = new IllegalStateException(e.getClass().getName() + " in " + where);
    safe.setStackTrace(e.getStackTrace());
    return safe;
  }
}
