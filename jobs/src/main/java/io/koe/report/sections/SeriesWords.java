package io.koe.report.sections;

import io.koe.report.data.IsoWeek;
import java.util.List;

/** A series in words, for who can't see its line. */
final class SeriesWords {
  private SeriesWords() {}

  /** The last week's value and the range of the window, as the key's words put it. */
  static String of(Context context, String key, List<IsoWeek> weeks, List<Double> values) {
    List<Double> known = values.stream().filter(Double::isFinite).toList();
    double lowest = known.stream().mapToDouble(v -> v).min().orElse(Double.NaN);
    double highest = known.stream().mapToDouble(v -> v).max().orElse(Double.NaN);
    return context.say(
        key,
        weeks.size(),
        context.numbers().count(lowest),
        context.numbers().count(highest),
        context.numbers().count(values.get(values.size() - 1)));
  }
}
