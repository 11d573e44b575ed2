package io.koe.ingest;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** What an input column holds, and so how its cells are read, protected and stored. */
enum ColumnType {
  /** An id or a label; numbers are taken by their digits. */
  TEXT,
  /** A customer's words: normalised and masked before they leave the parser. */
  FREE_TEXT,
  /** A user: leaves the parser only as a keyed pseudonym. */
  USER,
  /** An agent: leaves the parser only as a keyed pseudonym. */
  AGENT,
  /** A point in time, held as microseconds since 1970 UTC. */
  TIMESTAMP,
  /** A day in Japan, held as days since 1970. */
  DATE,
  NUMBER,
  BOOLEAN,
  /** A list of ids: a JSON array, or items separated by {@code |}. */
  LIST;

  /**
   * The column's Parquet type, as Spark would write it. Its cells are, between the parser and the
   * file, a text or texts, a long, an integer, a double or a boolean.
   */
  Type parquet(String column) {
    return switch (this) {
      case TEXT, FREE_TEXT, USER, AGENT -> Types.optional(BINARY).as(stringType()).named(column);
      case TIMESTAMP ->
          Types.optional(INT64).as(timestampType(true, TimeUnit.MICROS)).named(column);
      case DATE -> Types.optional(INT32).as(dateType()).named(column);
      case NUMBER -> Types.optional(DOUBLE).named(column);
      case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(column);
      case LIST -> Types.optionalList().optionalElement(BINARY).as(stringType()).named(column);
    };
  }

  boolean isTime() {
    return this == TIMESTAMP || this == DATE;
  }
}
