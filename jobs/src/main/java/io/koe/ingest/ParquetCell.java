package io.koe.ingest;

import io.koe.ingest.RawRecord.Digits;
import io.koe.ingest.RawRecord.Nested;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.Type;

/** One cell of a Parquet row, as {@link RawRecord#fields} promises. */
final class ParquetCell {
  private static final long JULIAN_DAY_OF_1970 = 2_440_588;

  private ParquetCell() {}

  static Object read(Group group, Type field) throws RowFault {
    int count = group.getFieldRepetitionCount(field.getName());
    if (field.isRepetition(Type.Repetition.REPEATED)) {
      return items(group, field, count);
    }
    if (count == 0) {
      return null;
    }
    return field.isPrimitive()
        ? primitive(group, field, 0)
        : list(group.getGroup(field.getName(), 0), field);
  }

  /** A list as Parquet's rules write it: a repeated group of one element, or of two levels. */
  private static Object list(Group outer, Type field) throws RowFault {
    boolean isList =
        field.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.ListLogicalTypeAnnotation;
    if (!isList) {
      return Nested.NESTED;
    }
    Type repeated = outer.getType().getType(0);
    return items(outer, repeated, outer.getFieldRepetitionCount(0));
  }

  private static Object items(Group group, Type repeated, int count) throws RowFault {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Object item = item(group, repeated, i);
      if (item == Nested.NESTED) {
        return Nested.NESTED;
      }
      if (item != null) {
        items.add(item instanceof Digits digits ? digits.text() : item.toString());
      }
    }
    return items;
  }

  private static Object item(Group group, Type repeated, int index) throws RowFault {
    if (repeated.isPrimitive()) {
      return primitive(group, repeated, index);
    }
    Group element = group.getGroup(repeated.getName(), index);
    Type inner = element.getType().getType(0);
    return inner.isPrimitive() ? read(element, inner) : Nested.NESTED;
  }

  private static Object primitive(Group group, Type field, int index) throws RowFault {
    String name = field.getName();
    LogicalTypeAnnotation logical = field.getLogicalTypeAnnotation();
    return switch (field.asPrimitiveType().getPrimitiveTypeName()) {
      case BOOLEAN -> group.getBoolean(name, index);
      case INT32 -> whole(group.getInteger(name, index), logical);
      case INT64 -> whole(group.getLong(name, index), logical);
      case FLOAT -> new Digits(String.valueOf(group.getFloat(name, index)));
      case DOUBLE -> new Digits(String.valueOf(group.getDouble(name, index)));
      case INT96 -> instant(NanoTime.fromBinary(group.getInt96(name, index)));
      case BINARY, FIXED_LEN_BYTE_ARRAY -> bytes(group.getBinary(name, index).getBytes(), logical);
    };
  }

  private static Object whole(long value, LogicalTypeAnnotation logical) {
    if (logical instanceof DateLogicalTypeAnnotation) {
      return LocalDate.ofEpochDay(value);
    }
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return new Digits(BigDecimal.valueOf(value, decimal.getScale()).toPlainString());
    }
    return logical instanceof TimestampLogicalTypeAnnotation timestamp
        ? time(value, timestamp)
        : new Digits(String.valueOf(value));
  }

  private static Object bytes(byte[] bytes, LogicalTypeAnnotation logical) throws RowFault {
    return logical instanceof DecimalLogicalTypeAnnotation decimal
        ? new Digits(new BigDecimal(new BigInteger(bytes), decimal.getScale()).toPlainString())
        : Utf8.decode(bytes);
  }

  private static Object time(long value, TimestampLogicalTypeAnnotation timestamp) {
    ChronoUnit unit =
        switch (timestamp.getUnit()) {
          case MILLIS -> ChronoUnit.MILLIS;
          case MICROS -> ChronoUnit.MICROS;
          case NANOS -> ChronoUnit.NANOS;
        };
    Instant instant = Instant.EPOCH.plus(value, unit);
    return timestamp.isAdjustedToUTC() ? instant : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static Instant instant(NanoTime time) {
    long days = time.getJulianDay() - JULIAN_DAY_OF_1970;
    return Instant.ofEpochSecond(Math.multiplyExact(days, 86_400L), time.getTimeOfDayNanos());
  }
}
