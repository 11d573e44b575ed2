package io.koe.duckdb;

import io.koe.stat.Ears;
import io.koe.stat.Garwood;
import io.koe.stat.NegativeBinomial;
import io.koe.stat.Normal;
import io.koe.stat.Wilson;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import java.util.stream.Stream;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBScalarFunctionBuilder;

/**
 * The statistics of {@code io.koe.stat} for a night, the very ones Spark takes: a table is the same
 * whichever of them computes it.
 */
final class NightStatistics {
  /** Functions of DuckDB's Java interface take no lists. */
  private static final String OF_DAYS =
      "create macro %1$s(days) as"
          + " case when list_count(days) = len(days) then %1$s_of(array_to_string(days, ' ')) end";

  private NightStatistics() {}

  static void register(Connection connection) throws SQLException {
    DuckDbFunctions.register(connection, "wilson_low", 2, a -> Wilson.low(a[0], a[1]));
    DuckDbFunctions.register(connection, "wilson_high", 2, a -> Wilson.high(a[0], a[1]));
    DuckDbFunctions.register(connection, "garwood_low", 1, a -> Garwood.low(a[0]));
    DuckDbFunctions.register(connection, "garwood_high", 1, a -> Garwood.high(a[0]));
    DuckDbFunctions.register(connection, "normal_upper_tail", 1, a -> Normal.upperTail(a[0]));
    DuckDbFunctions.register(
        connection,
        "negative_binomial_upper_tail",
        3,
        a -> NegativeBinomial.upperTail(a[0], a[1], a[2]));
    ofDays(connection, "ears_c1", Ears::c1);
    ofDays(connection, "ears_c2", Ears::c2);
    ofDays(connection, "ears_c3", Ears::c3);
  }

  private static void ofDays(
      Connection connection, String name, Function<double[], Double> statistic)
      throws SQLException {
    try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction();
        Statement statement = connection.createStatement()) {
      builder
          .withName(name + "_of")
          .withParameters(String.class)
          .withReturnType(Double.class)
          .withFunction((String days) -> statistic.apply(counts(days)))
          .register(connection);
      statement.execute(OF_DAYS.formatted(name));
    }
  }

  private static double[] counts(String days) {
    return Stream.of(days.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }
}
