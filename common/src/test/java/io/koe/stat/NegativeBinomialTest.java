package io.koe.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegativeBinomialTest {
  /**
   * R 4.2.2, {@code pnbinom(n - 1, size = m^2 / (v - m), mu = m, lower.tail = FALSE)}; scipy
   * 1.17.1, {@code nbinom.sf}, agrees, to fewer digits where the variance is near the mean.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 0.5, 2, 0.206299474015900",
    "3, 1, 3, 0.133974596215561",
    "10, 4, 8, 0.046142578125",
    "10, 4, 4.0001, 0.00813306975950749",
    "25, 3.2, 30, 0.0119757926895118",
    "200, 50, 300, 3.25339741664648e-8",
    "100, 5, 10, 2.35952783398001e-25",
    "7, 0.001, 0.002, 2.00507564298191e-6",
    "1000000, 999000, 1e9, 0.483192742278991",
    "1000000000, 9.9e8, 1e16, 0.446972011672347",
  })
  void agreesWithR(double count, double mean, double variance, double tail) {
    assertEquals(tail, NegativeBinomial.upperTail(count, mean, variance), 5e-12 * tail);
  }

  /** scipy 1.17.1, {@code poisson.sf(n - 1, m)}; from a thousand million also R 4.2.2. */
  @ParameterizedTest
  @CsvSource({
    "3, 1, 0.0803013970713942",
    "9, 1, 1.12520259796902e-6",
    "40, 2, 1.9171583415943e-37",
    "7, 0.001, 1.98239164438939e-25",
    "1000000, 999000, 0.158655213574304",
    "1000000000, 1e9, 0.50000420522087",
    "1000100000, 1e9, 0.000782871146250428",
  })
  void isPoissonWithoutOverdispersion(double count, double mean, double tail) {
    assertEquals(tail, NegativeBinomial.upperTail(count, mean, mean), 5e-12 * tail);
    assertEquals(tail, NegativeBinomial.upperTail(count, mean, mean / 2), 5e-12 * tail);
  }

  /** Mean 2e9 is past what an int holds; the median of a Poisson count is about its mean. */
  @Test
  void countsPastTwoThousandMillion() {
    assertEquals(0.5, NegativeBinomial.upperTail(3e9, 3e9, 3e9), 1e-4);
  }

  @Test
  void countsAreWhole() {
    assertEquals(NegativeBinomial.upperTail(3, 1, 3), NegativeBinomial.upperTail(2.3, 1, 3));
  }

  @Test
  void nothingToExpectMakesAnyCountImpossible() {
    assertEquals(1, NegativeBinomial.upperTail(0, 0, 0));
    assertEquals(1, NegativeBinomial.upperTail(0, 5, 9));
    assertEquals(0, NegativeBinomial.upperTail(1, 0, 0));
    assertEquals(0, NegativeBinomial.upperTail(1, 0, 4));
  }

  /** P(X = k) by its recurrence, P(0) = p^r, P(k + 1) = P(k) (r + k) / (k + 1) (1 - p). */
  @Test
  void theTailAndTheSumOfTheRestAreOne() {
    Random random = new Random(1995);
    for (int i = 0; i < 300; i++) {
      double mean = 0.01 + 30 * random.nextDouble();
      double variance = mean * (1.01 + 5 * random.nextDouble());
      double size = mean * mean / (variance - mean);
      double below = 0;
      double probability = Math.exp(size * Math.log(mean / variance));
      for (int count = 0; count < 60; count++) {
        double tail = NegativeBinomial.upperTail(count, mean, variance);
        assertEquals(1, below + tail, 1e-9, count + " of " + mean + ", " + variance);
        below += probability;
        probability *= (size + count) / (count + 1) * (variance - mean) / variance;
      }
    }
  }

  @Test
  void fallsWithTheCountAndRisesWithTheMean() {
    Random random = new Random(1995);
    for (int i = 0; i < 1000; i++) {
      double mean = 0.01 + 50 * random.nextDouble();
      double variance = mean * (1 + 4 * random.nextDouble());
      int count = (int) Math.ceil(mean) + random.nextInt(80);
      double tail = NegativeBinomial.upperTail(count, mean, variance);
      String message = count + " of " + mean + ", " + variance;
      assertTrue(0 < tail && tail < 1, message);
      assertTrue(NegativeBinomial.upperTail(count + 1, mean, variance) < tail, message);
      assertTrue(NegativeBinomial.upperTail(count, mean * 1.1, variance * 1.1) > tail, message);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, 1, 1, count",
    "-1, 1, 1, count",
    "1, NaN, 1, mean",
    "1, -1, 1, mean",
    "1, 1, NaN, variance",
    "1, 1, -1, variance",
    "1, 1, Infinity, variance",
    "0, NaN, 1, mean",
  })
  void refusesWhatIsNoNumber(double count, double mean, double variance, String name) {
    Exception error =
        assertThrows(
            IllegalArgumentException.class,
            () -> NegativeBinomial.upperTail(count, mean, variance));
    assertTrue(error.getMessage().startsWith(name + " must be a finite"), error.getMessage());
  }
}
