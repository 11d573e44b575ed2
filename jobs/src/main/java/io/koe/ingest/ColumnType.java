package io.koe.ingest;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

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

  /** The Spark type its cells have between the parser and the landed table. */
  DataType storage() {
    return switch (this) {
      case TEXT, FREE_TEXT, USER, AGENT -> DataTypes.StringType;
      case TIMESTAMP -> DataTypes.LongType;
      case DATE -> DataTypes.IntegerType;
      case NUMBER -> DataTypes.DoubleType;
      case BOOLEAN -> DataTypes.BooleanType;
      case LIST -> DataTypes.createArrayType(DataTypes.StringType);
    };
  }

  boolean isTime() {
    return this == TIMESTAMP || this == DATE;
  }
}
