package io.koe.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {
  /**
   * R. G. Newcombe, Two-sided confidence intervals for the single proportion: comparison of seven
   * methods, Statistics in Medicine 17 (1998) 857–872, table I, method 3.
   */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0.0000, 0.1611",
    "1, 29, 0.0061, 0.1718",
  })
  void agreesWithNewcombe(double hits, double trials, double low, double high) {
    assertEquals(low, Wilson.low(hits, trials), 5e-5);
    assertEquals(high, Wilson.high(hits, trials), 5e-5);
  }

  /** statsmodels 0.15.0, {@code proportion_confint(hits, trials, method="wilson")}. */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.255288519878274, 0.3662095769828",
    "15, 148, 0.0623863995307363, 0.160487241723308",
    "0, 20, 0, 0.161125158052819",
    "29, 29, 0.883030201500259, 1",
    "0.5, 1, 0.054620755528852, 0.945379244471148",
    "2.5, 7.5, 0.109685745509538, 0.669884057676769",
    "0, 1e9, 0, 3.84145880593732e-9",
    "1, 1e9, 1.76524554956963e-10, 5.66493424329744e-9",
    "5e8, 1e9, 0.499969010248444, 0.500030989751556",
    "1e9, 1e9, 0.999999996158541, 1",
  })
  void agreesWithStatsmodels(double hits, double trials, double low, double high) {
    assertEquals(low, Wilson.low(hits, trials), 1e-12 * low);
    assertEquals(high, Wilson.high(hits, trials), 1e-12 * high);
  }

  @Test
  void noTrialsHaveNoInterval() {
    assertNull(Wilson.low(0, 0));
    assertNull(Wilson.high(0, 0));
  }

  @Test
  void holdsTheShareWithinZeroAndOne() {
    Random random = new Random(1927);
    for (int i = 0; i < 1000; i++) {
      double trials = Math.exp(random.nextDouble() * 16);
      double hits = i % 10 == 0 ? 0 : i % 10 == 1 ? trials : trials * random.nextDouble();
      double low = Wilson.low(hits, trials);
      double high = Wilson.high(hits, trials);
      assertTrue(0 <= low && low <= hits / trials, hits + " of " + trials);
      assertTrue(hits / trials <= high && high <= 1, hits + " of " + trials);
    }
  }

  @Test
  void missesMirrorHits() {
    Random random = new Random(1927);
    for (int i = 0; i < 1000; i++) {
      int trials = 1 + random.nextInt(1_000_000);
      int hits = random.nextInt(trials + 1);
      assertEquals(1 - Wilson.high(trials - hits, trials), Wilson.low(hits, trials), 1e-12);
    }
  }

  @Test
  void risesWithTheHitsAndNarrowsWithTheTrials() {
    Random random = new Random(1927);
    for (int i = 0; i < 1000; i++) {
      int trials = 2 + random.nextInt(100_000);
      int hits = random.nextInt(trials);
      assertTrue(Wilson.low(hits, trials) < Wilson.low(hits + 1, trials), hits + " of " + trials);
      assertTrue(Wilson.high(hits, trials) < Wilson.high(hits + 1, trials), hits + " of " + trials);
      assertTrue(width(2 * hits, 2 * trials) < width(hits, trials), hits + " of " + trials);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, 1, hits must be a finite number of at least 0",
    "-1, 1, hits must be a finite number of at least 0",
    "0, NaN, trials must be a finite number of at least 0",
    "0, -1, trials must be a finite number of at least 0",
    "1, Infinity, trials must be a finite number of at least 0",
    "2, 1, hits must not exceed trials",
    "1, 0, hits must not exceed trials",
  })
  void refusesWhatIsNoShare(double hits, double trials, String reason) {
    assertThrows(IllegalArgumentException.class, () -> Wilson.low(hits, trials));
    Exception error = assertThrows(IllegalArgumentException.class, () -> Wilson.high(hits, trials));
    assertTrue(error.getMessage().startsWith(reason), error.getMessage());
  }

  private static double width(double hits, double trials) {
    return Wilson.high(hits, trials) - Wilson.low(hits, trials);
  }
}
