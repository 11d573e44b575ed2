package io.koe.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.koe.stat.Ears;
import io.koe.stat.Garwood;
import io.koe.stat.NegativeBinomial;
import io.koe.stat.Normal;
import io.koe.stat.Wilson;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions of the second engine give the numbers of the first. */
class DuckDbFunctionsTest {
  private static final DuckDb DUCK_DB = DuckDb.open();

  @AfterAll
  static void close() {
    DUCK_DB.close();
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "3, 8", "0, 1000000", "999999, 1000000", "2.5, 7.25", "40, 41"})
  void wilson(double hits, double trials) {
    assertClose(Wilson.low(hits, trials), "wilson_low(%sd, %sd)", hits, trials);
    assertClose(Wilson.high(hits, trials), "wilson_high(%sd, %sd)", hits, trials);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 2, 3.5, 7, 100, 12345, 3000000})
  void garwood(double count) {
    assertClose(Garwood.low(count), "garwood_low(%sd)", count);
    assertClose(Garwood.high(count), "garwood_high(%sd)", count);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1, 3, 2, 4, 1, 0, 2, 9",
        "1, 3, 2, 4, 1, 0, 2, 2, 8, 12",
        "1, 3, 2, 4, 1, 0, 2, 2, 8, 12, 3, 15",
        "2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 9"
      })
  void ears(String counts) {
    double[] days = Stream.of(counts.split(", ")).mapToDouble(Double::parseDouble).toArray();
    String list = "[" + String.join("::double, ", counts.split(", ")) + "::double]";
    assertSame(Ears.c1(days), "ears_c1(" + list + ")");
    assertSame(Ears.c2(days), "ears_c2(" + list + ")");
    assertSame(Ears.c3(days), "ears_c3(" + list + ")");
  }

  private static void assertSame(Double expected, String expression) {
    if (expected == null) {
      assertNull(value(expression), expression);
    } else {
      assertClose(expected, expression);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-40, -3, -0.1, 0, 0.1, 1.96, 5, 12, 37})
  void normal(double z) {
    assertClose(Normal.upperTail(z), "normal_upper_tail(%sd)", z);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 3, 5",
    "4, 0, 0",
    "4, 3, 3",
    "4, 3, 2",
    "2.5, 3, 5",
    "1, 0.01, 0.02",
    "300, 20, 90",
    "12, 11.5, 11.500001",
    "5000, 4800, 60000",
    "60000, 59000, 59000"
  })
  void negativeBinomial(double count, double mean, double variance) {
    assertClose(
        NegativeBinomial.upperTail(count, mean, variance),
        "negative_binomial_upper_tail(%sd, %sd, %sd)",
        count,
        mean,
        variance);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wilson_low(0e0, 0e0)",
        "wilson_high(null, 1e0)",
        "garwood_low(null)",
        "negative_binomial_upper_tail(1e0, null, 1e0)",
        "normal_upper_tail(null)",
        "hours_between(cast(null as timestamp), timestamp '2026-10-04 00:00:00')",
        "try_element_at(cast([] as varchar[]), -1)",
        "size(cast(null as varchar[]))"
      })
  void areNullWhereNothingIsKnown(String expression) {
    assertNull(value(expression));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hours_between(timestamp '2026-10-04 09:00:00', timestamp '2026-10-04 10:30:00') | 1.5",
        "datediff(date '2026-10-04', date '2026-10-01') | 3",
        "date_add(date '2026-09-30', 2) | 2026-10-02",
        "date_sub(date '2026-10-02', 2) | 2026-09-30",
        "try_element_at(['a', 'b'], -1) | b",
        "size(['a', 'b']) | 2",
        "5 / 2 | 2.5"
      })
  void sparksNamesMeanWhatTheyMeanInSpark(String expression, String expected) {
    assertEquals(expected, value(expression));
  }

  @Test
  void aCountOfNothingKnownIsZero() {
    assertEquals("0", value("(select count_if(b) from (values (cast(null as boolean))) as t(b))"));
    assertEquals("3", value("(select sum(i) from (select explode([1, 2]) as i))"));
  }

  @Test
  void nullsAreOrderedAsInSpark() {
    String first = "(select list(i order by i %s)[1] from (values (1), (null)) as t(i))";
    assertNull(value(first.formatted("asc")));
    assertEquals("1", value(first.formatted("desc")));
  }

  private static void assertClose(double expected, String function, Object... arguments) {
    String call = function.replace("%sd", "cast('%s' as double)").formatted(arguments);
    double actual = Double.parseDouble(value(call));
    assertEquals(expected, actual, 1e-9 * Math.abs(expected), call);
  }

  private static String value(String expression) {
    return DUCK_DB.rows("test", "select " + expression).get(0).get(0);
  }
}
