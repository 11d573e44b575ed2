package io.koe.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GarwoodTest {
  /**
   * E. S. Pearson, H. O. Hartley, Biometrika Tables for Statisticians I, table 40 (two decimals);
   * all digits by R 4.2.2, {@code qchisq(0.025, 2 * n) / 2} and {@code qchisq(0.975, 2 * n + 2) /
   * 2}, which agrees with scipy 1.17.1, {@code gammaincinv(n, 0.025)} and {@code gammaincinv(n + 1,
   * 0.975)}.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 3.68887945411394",
    "1, 0.0253178079842899, 5.5716433909389",
    "2, 0.242209278543965, 7.22468766772396",
    "5, 1.62348639011842, 11.6683320793227",
    "10, 4.79538869613243, 18.3903560420178",
    "20, 12.2165195854039, 30.8883779026746",
    "50, 37.1109637374619, 65.9187666643368",
    "100, 81.3639912509231, 121.626793792426",
    "1000, 938.973018407695, 1063.9521360163",
  })
  void agreesWithTheTable(double count, double low, double high) {
    assertClose(low, Garwood.low(count));
    assertClose(high, Garwood.high(count));
  }

  /** scipy 1.17.1; 1e9 also by R 4.2.2. */
  @ParameterizedTest
  @CsvSource({
    "0.5, 0.000491034558587628, 4.67420180224807",
    "2.5, 0.415605806743331, 8.00638213731466",
    "1e6, 998040.983340294, 1001961.91194543",
    "1e9, 999938021.443928, 1000061981.45041",
  })
  void agreesWithScipyForWeightedAndHugeCounts(double count, double low, double high) {
    assertClose(low, Garwood.low(count));
    assertClose(high, Garwood.high(count));
  }

  @Test
  void holdsTheCountAndRisesWithIt() {
    Random random = new Random(1936);
    for (int i = 0; i < 300; i++) {
      double count = Math.exp(random.nextDouble() * 14) - 1;
      double more = count * (1 + random.nextDouble()) + 0.1;
      assertTrue(Garwood.low(count) <= count && count <= Garwood.high(count), "count " + count);
      assertTrue(Garwood.low(count) < Garwood.low(more), count + " to " + more);
      assertTrue(Garwood.high(count) < Garwood.high(more), count + " to " + more);
    }
  }

  /** What makes the interval exact: a count at either end's mean is as rare as 2.5 %. */
  @Test
  void leavesTwoAndAHalfPercentOnEitherSide() {
    for (int count = 1; count < 200; count++) {
      double low = Garwood.low(count);
      double high = Garwood.high(count);
      assertEquals(0.025, NegativeBinomial.upperTail(count, low, low), 1e-9);
      assertEquals(0.975, NegativeBinomial.upperTail(count + 1, high, high), 1e-9);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, -1e-9, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesWhatIsNoCount(double count) {
    assertThrows(IllegalArgumentException.class, () -> Garwood.low(count));
    Exception error = assertThrows(IllegalArgumentException.class, () -> Garwood.high(count));
    assertEquals(
        "count must be a finite number of at least 0, but is " + count, error.getMessage());
  }

  private static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, 1e-12 * expected);
  }
}
