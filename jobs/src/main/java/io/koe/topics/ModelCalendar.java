package io.koe.topics;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The models by the night they were fitted, and which of them speaks for an inquiry. Travels to the
 * executors as bytes.
 */
final class ModelCalendar implements Serializable {
  /** Days of creation up to the fit whose inquiries a model is fitted on. */
  static final int WINDOW_DAYS = 56;

  private static final long serialVersionUID = 1;

  private final TreeMap<LocalDate, byte[]> files = new TreeMap<>();
  private transient Map<LocalDate, TopicModel> read = new TreeMap<>();

  void put(LocalDate date, byte[] file) {
    files.put(date, file);
  }

  Collection<LocalDate> dates() {
    return files.keySet();
  }

  byte[] file(LocalDate date) {
    return files.get(date);
  }

  /** The model of a date, read once; tasks of an executor share it. */
  synchronized TopicModel model(LocalDate date) {
    if (read == null) {
      read = new TreeMap<>();
    }
    return read.computeIfAbsent(date, d -> TopicModelFile.read(files.get(d)));
  }

  Optional<LocalDate> newest() {
    return files.isEmpty() ? Optional.empty() : Optional.of(files.lastKey());
  }

  Optional<LocalDate> newestBefore(LocalDate date) {
    return Optional.ofNullable(files.lowerKey(date));
  }

  /**
   * The model that speaks for an inquiry: the latest fitted by its arrival or by the Sunday of the
   * week it was opened, whichever is later; otherwise the earliest there is.
   */
  Optional<LocalDate> speaksFor(LocalDate created, LocalDate arrival) {
    LocalDate sunday = created.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    LocalDate latest = files.floorKey(arrival.isAfter(sunday) ? arrival : sunday);
    return Optional.ofNullable(latest == null && !files.isEmpty() ? files.firstKey() : latest);
  }

  /** Topics of an inquiry under the model of a date. */
  List<TopicWeight> assign(
      LocalDate modelDate, List<TermSegment> segments, LocalDate created, LocalDate arrival) {
    TopicModel model = model(modelDate);
    List<TermSegment> own = model.templates().own(segments);
    return model.assignSegments(own, isLearntFrom(modelDate, created, arrival));
  }

  /** Whether the model of a date was fitted on inquiries like this one, this one included. */
  static boolean isLearntFrom(LocalDate modelDate, LocalDate created, LocalDate arrival) {
    return !arrival.isAfter(modelDate)
        && !created.isAfter(modelDate)
        && created.isAfter(modelDate.minusDays(WINDOW_DAYS));
  }
}
