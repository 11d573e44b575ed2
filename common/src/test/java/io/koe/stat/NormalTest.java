package io.koe.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {
  /** scipy 1.17.1, {@code norm.sf(z)}. */
  @ParameterizedTest
  @CsvSource({
    "-37, 1",
    "-2, 0.9772498680518208",
    "0, 0.5",
    "1, 0.1586552539314571",
    "1.959963984540054, 0.025",
    "3, 0.001349898031630093",
    "10, 7.61985302416047e-24",
    "37, 5.725571222523927e-300",
  })
  void agreesWithScipy(double z, double tail) {
    assertEquals(tail, Normal.upperTail(z), 1e-12 * tail);
  }

  @Test
  void fallsAndMirrorsItself() {
    Random random = new Random(1809);
    for (int i = 0; i < 1000; i++) {
      double z = 5 * random.nextGaussian();
      assertEquals(1, Normal.upperTail(z) + Normal.upperTail(-z), 1e-15);
      assertTrue(Normal.upperTail(Math.abs(z) + 0.01) < Normal.upperTail(Math.abs(z)), "z " + z);
    }
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThrows(IllegalArgumentException.class, () -> Normal.upperTail(Double.NaN));
  }
}
