package io.koe.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Japanese holidays of the built-in table; days outside its years are weekdays or weekends. */
final class DayCalendar {
  private record Holiday(String dayClass, String name) {}

  private final Map<LocalDate, Holiday> holidays = new HashMap<>();

  /** Reads {@code calendar.txt}: date, class, name. */
  DayCalendar() {
    for (String line : Catalogue.lines("calendar.txt")) {
      int first = line.indexOf(' ');
      int second = line.indexOf(' ', first + 1);
      holidays.put(
          LocalDate.parse(line.substring(0, first)),
          new Holiday(line.substring(first + 1, second), line.substring(second + 1)));
    }
  }

  /** {@code weekday}, {@code weekend}, {@code holiday} or {@code long_holiday}. */
  String dayClass(LocalDate date) {
    Holiday holiday = holidays.get(date);
    if (holiday != null) {
      return holiday.dayClass();
    }
    boolean weekend = date.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
    return weekend ? "weekend" : "weekday";
  }

  /** The holiday's name, or null on an ordinary day. */
  String name(LocalDate date) {
    Holiday holiday = holidays.get(date);
    return holiday == null ? null : holiday.name();
  }
}
