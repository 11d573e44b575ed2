package io.koe.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Which app version a contact comes from: a new release reaches most users within days. */
final class AppVersions {
  static final String WORSE = "9.42.0";
  static final String QUIET = "9.43.0";

  private AppVersions() {}

  /** Null on the web. */
  static String of(Contact contact, SamplePlan plan) {
    LocalDate date = LocalDate.ofEpochDay(contact.day());
    return switch (contact.platform()) {
      case "ios" -> {
        boolean worse = plan.isWorse(contact.reason(), contact.platform(), date);
        yield worse || updated(contact, plan.worseDate(), date) ? WORSE : "9.41.2";
      }
      case "android" -> updated(contact, plan.quietReleaseDate(), date) ? QUIET : "9.41.1";
      default -> null;
    };
  }

  private static boolean updated(Contact contact, LocalDate release, LocalDate date) {
    long age = ChronoUnit.DAYS.between(release, date);
    return age >= 0 && contact.user() % 10 < 3 + 2 * age;
  }
}
