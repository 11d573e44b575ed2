package io.koe.topics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** On which nights a model is fitted: the first one with enough inquiries, then every Sunday. */
final class FitNights {
  static final int ENOUGH_INQUIRIES = 300;

  private FitNights() {}

  /**
   * The fit nights of a run.
   *
   * @param existing date of any model fitted before {@code first}
   * @param landed inquiry rows landed per night, nights before {@code first} included
   */
  static List<LocalDate> between(
      LocalDate first,
      LocalDate last,
      Optional<LocalDate> existing,
      SortedMap<LocalDate, Long> landed) {
    List<LocalDate> nights = new ArrayList<>();
    boolean hasModel = existing.isPresent();
    for (LocalDate night = first; !night.isAfter(last); night = night.plusDays(1)) {
      boolean due = hasModel ? night.getDayOfWeek() == DayOfWeek.SUNDAY : enough(landed, night);
      if (due) {
        nights.add(night);
        hasModel = true;
      }
    }
    return nights;
  }

  private static boolean enough(SortedMap<LocalDate, Long> landed, LocalDate night) {
    long sum = landed.headMap(night.plusDays(1)).values().stream().mapToLong(Long::longValue).sum();
    return sum >= ENOUGH_INQUIRIES;
  }
}
