package io.koe.sql;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.split;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** Rows written down in a test, from and to comma-separated text. */
final class CsvRows {
  private CsvRows() {}

  static Dataset<Row> empty(SparkSession spark, TableModel table) {
    return spark.createDataFrame(List.of(), StructType.fromDDL(table.statement()));
  }

  /** Reads {@code column:type} headed rows; adds a declared table's other columns as null. */
  static Dataset<Row> read(SparkSession spark, Path file, TableCatalog catalog, String table)
      throws IOException {
    List<String> lines = lines(file);
    String[] header = lines.get(0).split(",", -1);
    String names =
        Arrays.stream(header)
            .map(h -> "`" + h.split(":", 2)[0] + "` string")
            .collect(Collectors.joining(", "));
    Dataset<Row> text =
        spark
            .read()
            .schema(names)
            .csv(spark.createDataset(lines.subList(1, lines.size()), Encoders.STRING()));
    List<Column> columns = new ArrayList<>();
    List<String> present = new ArrayList<>();
    for (String head : header) {
      String[] pair = head.split(":", 2);
      present.add(pair[0]);
      Column value = nullif(col(pair[0]), lit(""));
      columns.add(
          pair[1].startsWith("array")
              ? split(value, "\\|").cast(pair[1]).as(pair[0])
              : value.cast(pair[1]).as(pair[0]));
    }
    if (catalog.has(table) && !catalog.table(table).computedBySql()) {
      for (StructField field : StructType.fromDDL(catalog.table(table).statement()).fields()) {
        if (!present.contains(field.name())) {
          columns.add(lit(null).cast(field.dataType()).as(field.name()));
        }
      }
    }
    return text.select(columns.toArray(Column[]::new));
  }

  static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream().filter(l -> !l.isBlank()).toList();
  }

  static List<String> normalised(List<String> expected) {
    return expected.stream()
        .skip(1)
        .map(
            l ->
                Arrays.stream(l.split(",", -1)).map(CsvRows::cell).collect(Collectors.joining(",")))
        .sorted()
        .toList();
  }

  static List<String> render(Dataset<Row> rows, List<String> columns) {
    return rows
        .select(columns.stream().map(c -> readable(rows, c)).toArray(Column[]::new))
        .collectAsList()
        .stream()
        .map(
            r ->
                IntStream.range(0, r.size())
                    .mapToObj(i -> cell(text(r.get(i))))
                    .collect(Collectors.joining(",")))
        .sorted()
        .toList();
  }

  /** Timestamps in the session's zone, not in that of the machine. */
  private static Column readable(Dataset<Row> rows, String column) {
    boolean isTimestamp = rows.schema().apply(column).dataType() == DataTypes.TimestampType;
    return isTimestamp ? col(column).cast("string") : col(column);
  }

  private static String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof scala.collection.Seq<?> items) {
      Collection<?> list = CollectionConverters.asJava(items);
      return list.stream().map(String::valueOf).collect(Collectors.joining("|"));
    }
    return value.toString();
  }

  /** Numbers to 9 digits, all else as it is. */
  static String cell(String value) {
    if (!value.matches("-?\\d+(\\.\\d+)?([eE]-?\\d+)?")) {
      return value;
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(9));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
