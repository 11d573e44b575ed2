package io.koe.ingest;

import io.koe.night.Night;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * ISO 8601 → a point in time; without an offset it is Japan's time.
 *
 * <pre>
 * 2026-07-10T11:15:16.920219Z → as it is
 * 2026-07-10 20:15+0900       → 2026-07-10T11:15:00Z
 * 2026-07-10T20:15:16         → 2026-07-10T11:15:16Z
 * 2026-07-10                  → 2026-07-09T15:00:00Z
 * yesterday, 1783682116       → DateTimeException
 * </pre>
 */
final class JapanTime {
  private static final DateTimeFormatter FORM =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);

  private JapanTime() {}

  /** Throws {@link DateTimeException} for anything else, with a message that is not for logs. */
  static Instant parse(String text) {
    String iso = text.strip();
    if (iso.length() > 10 && iso.charAt(10) == ' ') {
      iso = iso.substring(0, 10) + 'T' + iso.substring(11).strip();
    }
    Instant plain = PlainTime.parse(iso);
    return plain == null ? parseAnyForm(iso) : plain;
  }

  /** The same for every form, and slower. */
  static Instant parseAnyForm(String iso) {
    TemporalAccessor parsed =
        FORM.parseBest(iso, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    if (parsed instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    return parsed instanceof LocalDateTime local
        ? local.atZone(Night.JAPAN).toInstant()
        : ((LocalDate) parsed).atTime(LocalTime.MIDNIGHT).atZone(Night.JAPAN).toInstant();
  }

  /** The day in Japan. */
  static LocalDate date(Instant instant) {
    return instant.atZone(Night.JAPAN).toLocalDate();
  }

  /** Microseconds since 1970 UTC; finer parts are dropped. */
  static long micros(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
  }

  static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
  }
}
