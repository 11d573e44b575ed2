package io.koe.duckdb;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * A column DuckDB has computed, as Spark would write it.
 *
 * @param type as DuckDB calls it
 */
record DuckDbColumn(String name, String type, String comment) {
  private static final Map<String, DataType> TYPES =
      Map.of(
          "VARCHAR", DataTypes.StringType,
          "BOOLEAN", DataTypes.BooleanType,
          "INTEGER", DataTypes.IntegerType,
          "BIGINT", DataTypes.LongType,
          // Of a sum of whole numbers.
          "HUGEINT", DataTypes.LongType,
          "DOUBLE", DataTypes.DoubleType,
          "DATE", DataTypes.DateType,
          "TIMESTAMP", DataTypes.TimestampType,
          "BLOB", DataTypes.BinaryType);

  private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+),(\\d+)\\)");
  private static final String LIST = "[]";

  /** Its expression in a query of what is written. */
  String stored() {
    return switch (type) {
      case "HUGEINT" -> "cast(\"%1$s\" as bigint) as \"%1$s\"".formatted(name);
      case "TIMESTAMP" -> "\"%1$s\" at time zone 'Asia/Tokyo' as \"%1$s\"".formatted(name);
      default -> "\"" + name + "\"";
    };
  }

  /** With its comment. */
  StructField field() {
    StructField field = DataTypes.createStructField(name, spark(type), true);
    return comment.isEmpty() ? field : field.withComment(comment);
  }

  private DataType spark(String duckDbType) {
    Matcher decimal = DECIMAL.matcher(duckDbType);
    if (decimal.matches()) {
      return DataTypes.createDecimalType(
          Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
    }
    if (duckDbType.endsWith(LIST)) {
      String items = duckDbType.substring(0, duckDbType.length() - LIST.length());
      return DataTypes.createArrayType(spark(items));
    }
    DataType known = TYPES.get(duckDbType);
    if (known == null) {
      throw new IllegalStateException(name + " has DuckDB's type " + duckDbType);
    }
    return known;
  }
}
