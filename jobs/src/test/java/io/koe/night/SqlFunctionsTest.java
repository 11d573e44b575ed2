package io.koe.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.TestSpark;
import io.koe.stat.Ears;
import io.koe.stat.Garwood;
import io.koe.stat.NegativeBinomial;
import io.koe.stat.Normal;
import io.koe.stat.Wilson;
import java.util.Arrays;
import org.apache.spark.SparkException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlFunctionsTest {
  private static final double[] DAYS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 30, 40, 50};

  private final SparkSession spark = TestSpark.session();

  @BeforeEach
  void register() {
    SqlFunctions.register(spark);
  }

  @Test
  void areTheStatisticsOfTheirNames() {
    assertEquals(Wilson.low(3, 8), value("wilson_low(3d, 8d)"));
    assertEquals(Wilson.high(3, 8), value("wilson_high(3d, 8d)"));
    assertEquals(Garwood.low(3), value("garwood_low(3d)"));
    assertEquals(Garwood.high(3), value("garwood_high(3d)"));
    assertEquals(Normal.upperTail(3), value("normal_upper_tail(3d)"));
    assertEquals(
        NegativeBinomial.upperTail(3, 1, 2), value("negative_binomial_upper_tail(3d, 1d, 2d)"));
    String days = "cast(array" + Arrays.toString(DAYS).replace('[', '(').replace(']', ')');
    assertEquals(Ears.c1(DAYS), value("ears_c1(" + days + " as array<double>))"));
    assertEquals(Ears.c2(DAYS), value("ears_c2(" + days + " as array<double>))"));
    assertEquals(Ears.c3(DAYS), value("ears_c3(" + days + " as array<double>))"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wilson_low(0d, 0d)",
        "wilson_high(0d, null)",
        "garwood_low(null)",
        "negative_binomial_upper_tail(3d, null, 2d)",
        "normal_upper_tail(null)",
        "ears_c1(null)",
        "ears_c1(array())",
        "ears_c1(array(1d, 2d, 3d, null, 5d, 6d, 7d, 8d))",
        "ears_c2(array(1d, 1d, 1d, 1d, 1d, 1d, 1d, 2d, 3d, 4d))",
        "ears_c3(array(1d))",
        "hours_between(null, current_timestamp())",
      })
  void areNullWhereNothingIsKnown(String expression) {
    assertTrue(row(expression).isNullAt(0), expression);
  }

  @Test
  void hoursAreCountedToTheMicrosecond() {
    String halfPast = "timestamp '2026-10-04 10:30:00'";
    assertEquals(
        1.5, value("hours_between(timestamp '2026-10-04 09:00:00', " + halfPast + ")"), "hours");
  }

  @Test
  void saysWhatItRefuses() {
    SparkException error = assertThrows(SparkException.class, () -> row("wilson_low(2d, 1d)"));
    assertTrue(
        error.getCause().getMessage().contains("hits must not exceed trials"),
        error.getCause().getMessage());
  }

  private Double value(String expression) {
    return row(expression).getDouble(0);
  }

  private Row row(String expression) {
    return spark.sql("select " + expression).first();
  }
}
