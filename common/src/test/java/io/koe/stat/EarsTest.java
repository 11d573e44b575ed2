package io.koe.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The series is the salmonella Newport outbreak of Germany in the last weeks of 2011, {@code
 * rowSums(observed(salmNewport))[397:413]} of R's package surveillance 1.20.3 (on R 4.2.2).
 */
class EarsTest {
  private static final double[] OUTBREAK = {2, 0, 3, 6, 1, 2, 1, 2, 0, 2, 0, 3, 9, 41, 45, 17, 3};

  /**
   * From surveillance's own {@code earsC} for C1 and C2, whose upper bounds b(a) are mean + qnorm(1
   * - a) * sd: (count - b(0.5)) / (b(pnorm(-1)) - b(0.5)). C3 is summed from the C2 of three weeks:
   * 0.4392, 3.6556, 44.2987, 38.4264, 4.6982, -0.3474 for the last six.
   */
  @ParameterizedTest
  @CsvSource({
    "14, 12.4365433146878, 44.2987375808894, 45.9543683559591",
    "15, 2.48976298557583, 38.4263880892714, 83.3807564452305",
    "16, 0.136529393858111, 4.69824969665982, 84.4233753668207",
    "17, -0.727293598026675, -0.347408788684999, 41.1246377859312",
  })
  void agreesWithSurveillance(int days, double c1, double c2, double c3) {
    double[] counts = Arrays.copyOf(OUTBREAK, days);
    assertEquals(c1, Ears.c1(counts), 1e-11);
    assertEquals(c2, Ears.c2(counts), 1e-11);
    assertEquals(c3, Ears.c3(counts), 1e-11);
  }

  /** By hand: the mean of 1 to 7 is 4, their variance 28 / 6. */
  @Test
  void theDaysBeforeAndTheGuardBandAreTakenWhereTheyShould() {
    assertEquals(6 / Math.sqrt(28 / 6.0), Ears.c1(1, 2, 3, 4, 5, 6, 7, 10), 1e-14);
    assertEquals(6 / Math.sqrt(28 / 6.0), Ears.c2(1, 2, 3, 4, 5, 6, 7, 900, 900, 10), 1e-14);
  }

  @Test
  void tooFewDaysHaveNoStatistic() {
    assertNull(Ears.c1());
    assertNull(Ears.c2());
    assertNull(Ears.c3());
    assertNull(Ears.c1(Arrays.copyOf(OUTBREAK, 7)));
    assertNull(Ears.c2(Arrays.copyOf(OUTBREAK, 9)));
    assertNull(Ears.c3(Arrays.copyOf(OUTBREAK, 11)));
  }

  @Test
  void theFewestDaysHaveOne() {
    assertEquals(Ears.c1(OUTBREAK), Ears.c1(last(8)));
    assertEquals(Ears.c2(OUTBREAK), Ears.c2(last(10)));
    assertEquals(Ears.c3(OUTBREAK), Ears.c3(last(12)));
  }

  @Test
  void aConstantBaselineHasNone() {
    assertNull(Ears.c1(0, 0, 0, 0, 0, 0, 0, 9));
    assertNull(Ears.c1(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 9));
    assertNull(Ears.c2(4, 4, 4, 4, 4, 4, 4, 5, 6, 9));
    assertNull(Ears.c3(4, 4, 4, 4, 4, 4, 4, 5, 6, 9, 9, 9), "the first of its three days");
  }

  @Test
  void onlyTheSizeRelativeToTheVariationCounts() {
    Random random = new Random(2003);
    for (int i = 0; i < 300; i++) {
      double[] counts = random.doubles(12, 0, 50).map(Math::ceil).toArray();
      double[] scaled = DoubleStream.of(counts).map(count -> 3 * count + 7).toArray();
      assertEquals(Ears.c1(counts), Ears.c1(scaled), 1e-9);
      assertEquals(Ears.c2(counts), Ears.c2(scaled), 1e-9);
      assertEquals(Ears.c3(counts), Ears.c3(scaled), 1e-9);
    }
  }

  @Test
  void moreOnTheDayIsMoreOfEach() {
    Random random = new Random(2003);
    for (int i = 0; i < 300; i++) {
      double[] counts = random.doubles(12, 0, 50).map(Math::ceil).toArray();
      double[] more = counts.clone();
      more[11] += 10;
      assertTrue(Ears.c1(counts) < Ears.c1(more));
      assertTrue(Ears.c2(counts) < Ears.c2(more));
      assertTrue(0 <= Ears.c3(counts) && Ears.c3(counts) <= Ears.c3(more));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesWhatIsNoCount(double count) {
    assertThrows(IllegalArgumentException.class, () -> Ears.c1(count));
    assertThrows(IllegalArgumentException.class, () -> Ears.c2(1, count));
    assertThrows(IllegalArgumentException.class, () -> Ears.c3(count, 1));
  }

  private static double[] last(int days) {
    return Arrays.copyOfRange(OUTBREAK, OUTBREAK.length - days, OUTBREAK.length);
  }
}
