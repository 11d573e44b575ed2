package io.koe.report.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A chart, its description in words and the table behind it.
 *
 * @param id unique on the page
 * @param title what it shows, with the unit
 * @param alternative what a reader who can't see it needs to know
 * @param json what {@code charts.js} draws, safe inside a script element
 * @param table every value drawn
 */
public record Chart(String id, String title, String alternative, String json, DataTable table) {

  public static Chart of(
      String id, String title, String alternative, Map<String, Object> data, DataTable table) {
    return new Chart(id, title, alternative, ScriptJson.write(data), table);
  }

  /** A named series of numbers. */
  public static Map<String, Object> series(String name, Collection<Double> numbers) {
    return Map.of("name", name, "values", values(numbers));
  }

  /** Numbers as JSON knows them: four decimals, unknown ones as null. */
  public static List<Double> values(Collection<Double> numbers) {
    return numbers.stream().map(Chart::rounded).collect(Collectors.toCollection(ArrayList::new));
  }

  private static Double rounded(double number) {
    return Double.isFinite(number) ? Math.rint(number * 1e4) / 1e4 : null;
  }
}
