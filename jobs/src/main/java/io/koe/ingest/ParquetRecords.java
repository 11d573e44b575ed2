package io.koe.ingest;

import io.koe.store.ParquetInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.schema.Type;

/** A Parquet file, row by row; a broken one is lost alone. */
final class ParquetRecords implements RecordReader {
  private final ParquetReader<Group> reader;
  private Group first;
  private long rowNumber;

  ParquetRecords(Path file, TableContract table) throws IOException {
    this.reader = new Builder(file).usePageChecksumVerification().build();
    this.first = read();
    if (first != null) {
      checkColumns(table);
    }
  }

  private void checkColumns(TableContract table) throws IOException {
    boolean isComplete =
        table.columns().stream()
            .filter(ColumnContract::isRequired)
            .allMatch(c -> first.getType().containsField(c.name()));
    if (!isComplete) {
      reader.close();
      throw new UnreadableFileException(Reason.WRONG_COLUMNS);
    }
  }

  @Override
  public RawRecord next() throws IOException {
    Group group = first == null ? read() : first;
    first = null;
    rowNumber++;
    return group == null ? null : new GroupRecord(rowNumber, group);
  }

  private Group read() throws IOException {
    try {
      return reader.read();
    } catch (RuntimeException e) {
      throw new UnreadableFileException(Reason.CORRUPT_FILE);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private record GroupRecord(long rowNumber, Group group) implements RawRecord {
    @Override
    public boolean isBlank() {
      return false;
    }

    @Override
    public byte[] bytes() {
      return group.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Map<String, Object> fields() throws RowFault {
      Map<String, Object> fields = new LinkedHashMap<>();
      for (Type field : group.getType().getFields()) {
        fields.put(field.getName(), ParquetCell.read(group, field));
      }
      return fields;
    }
  }

  private static final class Builder extends ParquetReader.Builder<Group> {
    Builder(Path file) {
      super(ParquetInput.of(file));
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }
}
