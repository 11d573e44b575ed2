package io.koe.canary;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/** All values of a Parquet file, read through its pages, whatever compresses and encodes them. */
final class ParquetText {
  private ParquetText() {}

  /** A line a row; the items of a list without anything between, so that cut words are whole. */
  static String of(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
      MessageType schema = reader.getFooter().getFileMetaData().getSchema();
      text.append(reader.getFooter().getFileMetaData().getKeyValueMetaData()).append('\n');
      ColumnIOFactory columns = new ColumnIOFactory();
      for (PageReadStore rows = reader.readNextRowGroup();
          rows != null;
          rows = reader.readNextRowGroup()) {
        RecordReader<Group> records =
            columns.getColumnIO(schema).getRecordReader(rows, new GroupRecordConverter(schema));
        for (long row = 0; row < rows.getRowCount(); row++) {
          add(records.read(), text);
          text.append('\n');
        }
      }
    }
    return text.toString();
  }

  private static void add(Group group, StringBuilder text) {
    for (int field = 0; field < group.getType().getFieldCount(); field++) {
      boolean isPrimitive = group.getType().getType(field).isPrimitive();
      for (int item = 0; item < group.getFieldRepetitionCount(field); item++) {
        if (isPrimitive) {
          text.append(group.getValueToString(field, item));
        } else {
          add(group.getGroup(field, item), text);
        }
      }
    }
  }
}
