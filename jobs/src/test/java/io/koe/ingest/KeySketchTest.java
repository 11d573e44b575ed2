package io.koe.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No key is missed, and few are taken for one. */
class KeySketchTest {
  private static final int KEYS = 20_000;

  /** Two parts: keys 0 to 9999 and 9900 to 19999. */
  private final KeySketch keys = part(0, KEYS / 2).plus(part(KEYS / 2 - 100, KEYS));

  @Test
  void everyKeyOfEveryPartIsThere() {
    assertEquals(KEYS, count(0, KEYS, i -> keys.mayHold("inquiries", "q" + i)));
  }

  @Test
  void fewOthersAreTakenForAKey() {
    assertTrue(count(KEYS, 2 * KEYS, i -> keys.mayHold("inquiries", "q" + i)) < KEYS / 100);
    assertTrue(count(0, KEYS, i -> keys.mayHold("exposures", "q" + i)) < KEYS / 100);
  }

  @Test
  void aKeyOfTwoPartsRepeatsAndFewOthersSeemTo() {
    int first = KEYS / 2 - 100;
    assertEquals(100, count(first, KEYS / 2, i -> keys.mayRepeat("inquiries", "q" + i)));
    assertTrue(count(0, first, i -> keys.mayRepeat("inquiries", "q" + i)) < 5);
    assertTrue(count(KEYS / 2, KEYS, i -> keys.mayRepeat("inquiries", "q" + i)) < 5);
  }

  @Test
  void aKeyTwiceInOnePartRepeats() {
    KeySketch sketch = new KeySketch(0);
    sketch.add("inquiries", "q1");
    assertFalse(sketch.mayRepeat("inquiries", "q1"));
    sketch.add("inquiries", "q1");
    assertTrue(sketch.mayRepeat("inquiries", "q1"));
  }

  @Test
  void howeverManyKeysItHasAHandyLimit() {
    KeySketch sketch = new KeySketch(Long.MAX_VALUE / 100);
    sketch.add("inquiries", "q1");
    assertTrue(sketch.mayHold("inquiries", "q1"));
    assertFalse(sketch.mayHold("inquiries", "q2"));
  }

  private static KeySketch part(int from, int to) {
    KeySketch sketch = new KeySketch(KEYS);
    IntStream.range(from, to).forEach(i -> sketch.add("inquiries", "q" + i));
    return sketch;
  }

  private static long count(int from, int to, IntPredicate which) {
    return IntStream.range(from, to).filter(which).count();
  }
}
