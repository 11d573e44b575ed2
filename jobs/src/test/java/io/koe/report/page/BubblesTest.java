package io.koe.report.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BubblesTest {

  @Test
  void bubblesAreApartInsideAndInProportion() {
    List<double[]> wanted =
        IntStream.range(0, 60)
            .mapToObj(i -> new double[] {Math.cos(i) * (i % 7) / 7, Math.sin(i * 3) * (i % 5) / 5})
            .toList();
    double[] sizes = IntStream.range(0, 60).mapToDouble(i -> 10 + 400.0 / (1 + i)).toArray();
    List<Bubbles.Name> names =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    new Bubbles.Name(45, 10, IntStream.range(10 * i, 10 * i + 10).boxed().toList()))
            .toList();
    Bubbles.Layout layout = Bubbles.place(wanted, sizes, names);
    List<double[]> placed = layout.bubbles();
    for (int i = 0; i < placed.size(); i++) {
      double[] one = placed.get(i);
      assertTrue(one[0] >= one[2] && one[0] <= TopicMap.WIDTH - one[2]);
      assertTrue(one[1] >= one[2] && one[1] <= TopicMap.HEIGHT - one[2]);
      for (double[] other : placed.subList(0, i)) {
        double distance = Math.hypot(one[0] - other[0], one[1] - other[1]);
        assertTrue(distance > 0.8 * (one[2] + other[2]), distance + " of bubble " + i);
      }
    }
    for (double[] name : layout.names()) {
      for (double[] one : placed) {
        double dx = Math.max(0, Math.abs(one[0] - name[0]) - 45);
        double dy = Math.max(0, Math.abs(one[1] - name[1]) - 10);
        assertTrue(Math.hypot(dx, dy) > one[2] - 3, "a name on a bubble");
      }
    }
    double ratio = square(placed.get(0)[2]) / square(placed.get(1)[2]);
    assertTrue(Math.abs(ratio - sizes[0] / sizes[1]) < 0.01);
    assertArrayEquals(placed.get(5), Bubbles.place(wanted, sizes, names).bubbles().get(5));
  }

  private static double square(double value) {
    return value * value;
  }
}
