package io.koe.duckdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBScalarFunction;
import org.duckdb.DuckDBScalarFunctionBuilder;

/** Adds functions of fractions to DuckDB. */
final class DuckDbFunctions {
  /** One of fractions. */
  interface Statistic {
    /** Null where it is undefined. */
    Double of(double... arguments);
  }

  private DuckDbFunctions() {}

  /** Null for null, like the functions of the same names in Spark. */
  static void register(Connection connection, String name, int arity, Statistic statistic)
      throws SQLException {
    Class<?>[] parameters = new Class<?>[arity];
    Arrays.fill(parameters, Double.class);
    try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
      builder
          .withName(name)
          .withParameters(parameters)
          .withReturnType(Double.class)
          .withVectorizedFunction(ofRows(statistic))
          .register(connection);
    }
  }

  private static DuckDBScalarFunction ofRows(Statistic statistic) {
    return (rows, results) -> {
      double[] arguments = new double[(int) rows.columnCount()];
      for (long row = 0; row < rows.rowCount(); row++) {
        boolean isNull = false;
        for (int i = 0; i < arguments.length; i++) {
          isNull |= rows.vector(i).isNull(row);
          arguments[i] = rows.vector(i).getDouble(row, 0);
        }
        Double result = isNull ? null : statistic.of(arguments);
        if (result == null) {
          results.setNull(row);
        } else {
          results.setDouble(row, result);
        }
      }
    };
  }
}
