package io.koe.sql;

import io.koe.TestSpark;
import io.koe.night.RunTables;
import io.koe.query.PinnedTables;
import io.koe.query.QueryResult;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** Answers of Spark SQL and of DuckDB over one published snapshot, to be compared. */
public final class BothEngines implements AutoCloseable {
  private static final String CODE_GENERATION = "spark.sql.codegen.wholeStage";
  private static final MathContext DIGITS = new MathContext(9);

  private final PinnedTables duckDb;
  private final RunTables spark;

  /**
   * @param snapshot a published snapshot
   * @param unused a folder nothing is written to
   */
  public BothEngines(Path snapshot, Path unused) {
    duckDb = PinnedTables.open(snapshot);
    spark = new RunTables(TestSpark.session(), TableCatalog.load(), unused, Optional.of(snapshot));
    // Compiling each query takes longer than answering it from a few rows.
    spark.spark().conf().set(CODE_GENERATION, false);
  }

  /** Names of columns and rows in order, numbers to nine digits, as DuckDB answers. */
  public List<String> duckDb(String query) {
    QueryResult answer = duckDb.query(query);
    List<String> lines = new ArrayList<>();
    lines.add(String.join(", ", answer.columns().stream().map(c -> c.name()).toList()));
    answer.rows().forEach(row -> lines.add(line(row)));
    return lines;
  }

  /** The same of Spark. */
  public List<String> spark(String query) {
    List<String> lines = new ArrayList<>();
    var rows = spark.spark().sql(query);
    lines.add(String.join(", ", rows.columns()));
    for (Row row : rows.collectAsList()) {
      List<Object> values = new ArrayList<>();
      for (int i = 0; i < row.length(); i++) {
        values.add(row.get(i));
      }
      lines.add(line(values));
    }
    return lines;
  }

  private static String line(List<Object> values) {
    return String.join(", ", values.stream().map(BothEngines::text).toList());
  }

  private static String text(Object value) {
    return value instanceof Number number
        ? new BigDecimal(number.toString()).round(DIGITS).stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }

  @Override
  public void close() {
    spark.spark().conf().unset(CODE_GENERATION);
    duckDb.close();
  }
}
