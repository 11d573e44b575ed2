package io.koe.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Parses one slice of a file, a row at a time; the last row is the slice's summary. */
final class SliceRows implements Iterator<Row> {
  private final FileSlice slice;
  private final TableContract table;
  private final TextPrivacy privacy;
  private final RowChecker checker;
  private final int[] positions;
  private final Set<String> known;
  private final SliceSummary summary = new SliceSummary();
  private RecordReader reader;
  private long ordinal;
  private RawRecord record;
  private boolean isOpened;
  private boolean isDone;

  SliceRows(FileSlice slice, TableContract table, TextPrivacy privacy, int latenessDays) {
    this.slice = slice;
    this.table = table;
    this.privacy = privacy;
    this.checker = new RowChecker(table, privacy, slice.file().arrivalDate(), latenessDays);
    this.positions = StagedColumns.positions(table);
    this.known =
        table.columns().stream().map(ColumnContract::name).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean hasNext() {
    return !isDone;
  }

  @Override
  public Row next() {
    if (isDone) {
      throw new NoSuchElementException();
    }
    advance();
    isDone = record == null;
    return isDone ? summaryRow() : row();
  }

  /** Moves to the slice's next record that isn't blank; a fault of the file ends it. */
  private void advance() {
    try {
      if (!isOpened) {
        isOpened = true;
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
      if (reader != null) {
        reader.close();
      }
    } catch (IOException e) {
      summary.setFault(Reason.CORRUPT_FILE);
    }
  }

  private Row row() {
    summary.countRead();
    Object[] row = head();
    row[4] = record.rowNumber();
    row[8] = privacy.rowHash(record.bytes());
    try {
      CheckedRow checked = checker.check(fields());
      row[5] = checked.key();
      for (int i = 0; i < positions.length; i++) {
        row[positions[i]] = checked.values().get(i);
      }
    } catch (RowFault e) {
      row[6] = e.reason().code();
      row[7] = e.column();
      if (e.reason() == Reason.INVALID_UTF8) {
        summary.countNotUtf8();
      }
    } catch (RuntimeException e) {
      throw withoutText(e);
    }
    return RowFactory.create(row);
  }

  private Map<String, Object> fields() throws RowFault {
    Map<String, Object> fields = record.fields();
    fields.keySet().stream().filter(c -> !known.contains(c)).forEach(summary::addUnknownColumn);
    return fields;
  }

  /** A defect's message may quote the row, and task failures are logged. */
  private IllegalStateException withoutText(RuntimeException e) {
    String where = slice.file().name() + " row " + record.rowNumber();
    IllegalStateException safe = new IllegalStateException(e.getClass().getName() + " in " + where);
    safe.setStackTrace(e.getStackTrace());
    return safe;
  }

  private Object[] head() {
    Object[] row = new Object[StagedColumns.size()];
    row[0] = slice.file().table();
    row[1] = (int) slice.file().arrivalDate().toEpochDay();
    row[2] = slice.file().number();
    row[3] = slice.file().name();
    return row;
  }

  private Row summaryRow() {
    Object[] row = head();
    row[9] =
        RowFactory.create(
            summary.read(),
            summary.blank(),
            summary.notUtf8(),
            summary.unknownColumns(),
            summary.fault(),
            slice.slice() == 0 ? sha256(slice.file().path()) : null);
    return RowFactory.create(row);
  }

  /** Of the file as it is stored; null when it can't be read. */
  private static String sha256(Path file) {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream bytes = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      bytes.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
    } catch (IOException e) {
      return null;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
