package io.koe.ingest;

import io.koe.night.StoredSchema;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of a landed table's files, those of its contract in the order its {@code .ddl} file
 * declares, and how a packed row fills them.
 */
final class LandedColumns implements Serializable {
  private static final String SPARK_SCHEMA = "spark_schema";

  private final ColumnContract[] columns;

  /** Where a row has their values. */
  private final int[] positions;

  private final String sparkSchema;

  /**
   * Finds each declared column in the contract.
   *
   * @param declared without the partition column, of which files know nothing
   */
  LandedColumns(TableContract table, StructType declared) {
    String[] names = declared.fieldNames();
    this.columns =
        Stream.of(names)
            .map(name -> table.column(name).orElseThrow())
            .toArray(ColumnContract[]::new);
    this.positions = Stream.of(names).mapToInt(table::position).toArray();
    this.sparkSchema = declared.json();
  }

  WriteSupport<PackedRow> writeSupport() {
    return new Support();
  }

  MessageType parquet() {
    return new MessageType(
        SPARK_SCHEMA, Stream.of(columns).map(c -> c.type().parquet(c.name())).toList());
  }

  private final class Support extends WriteSupport<PackedRow> {
    private RecordConsumer consumer;

    @Override
    @SuppressWarnings("deprecation") // and abstract
    public WriteContext init(Configuration configuration) {
      return context();
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
      return context();
    }

    private WriteContext context() {
      return new WriteContext(parquet(), Map.of(StoredSchema.KEY, sparkSchema));
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
      consumer = recordConsumer;
    }

    @Override
    public void write(PackedRow row) {
      consumer.startMessage();
      for (int i = 0; i < columns.length; i++) {
        Object value = row.values().get(positions[i]);
        if (value != null) {
          String name = columns[i].name();
          consumer.startField(name, i);
          add(value);
          consumer.endField(name, i);
        }
      }
      consumer.endMessage();
    }

    private void add(Object value) {
      if (value instanceof Binary text) {
        consumer.addBinary(text);
      } else if (value instanceof Long number) {
        consumer.addLong(number);
      } else if (value instanceof Integer number) {
        consumer.addInteger(number);
      } else if (value instanceof Double number) {
        consumer.addDouble(number);
      } else if (value instanceof Boolean bool) {
        consumer.addBoolean(bool);
      } else {
        addList((List<?>) value);
      }
    }

    /** Three levels, see the Parquet format's LogicalTypes.md on lists. */
    private void addList(List<?> items) {
      consumer.startGroup();
      if (!items.isEmpty()) {
        consumer.startField("list", 0);
        for (Object item : items) {
          consumer.startGroup();
          consumer.startField("element", 0);
          add(item);
          consumer.endField("element", 0);
          consumer.endGroup();
        }
        consumer.endField("list", 0);
      }
      consumer.endGroup();
    }
  }
}
