package io.koe.ingest;

import io.koe.ingest.RawRecord.Digits;
import io.koe.night.Night;
import io.koe.text.OwnDetails;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** One cell → the value its column stores; blank is null, and text is protected on the way. */
final class CellReader {
  private static final int LONGEST_LABEL = 1000;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?[0-9]{1,300}(\\.[0-9]{0,300})?([eE][+-]?[0-9]{1,3})?");

  private final TextPrivacy privacy;

  CellReader(TextPrivacy privacy) {
    this.privacy = privacy;
  }

  Object read(ColumnContract column, Object cell, OwnDetails own) throws RowFault {
    if (cell == null || (cell instanceof String text && text.isBlank())) {
      return null;
    }
    try {
      return value(column, cell, own);
    } catch (DateTimeException | ArithmeticException e) {
      throw new RowFault(Reason.INVALID_VALUE, column.name());
    }
  }

  private Object value(ColumnContract column, Object cell, OwnDetails own) throws RowFault {
    return switch (column.type()) {
      case TEXT -> label(column, cell);
      case FREE_TEXT -> privacy.mask(string(column, cell), own);
      case USER -> privacy.userPseudonym(label(column, cell));
      case AGENT -> privacy.agentPseudonym(label(column, cell));
      case TIMESTAMP -> JapanTime.micros(instant(column, cell));
      case DATE -> (int) date(column, cell).toEpochDay();
      case NUMBER -> number(column, cell);
      case BOOLEAN -> bool(column, cell);
      case LIST -> list(column, cell);
    };
  }

  private static String string(ColumnContract column, Object cell) throws RowFault {
    if (cell instanceof String text) {
      return text;
    }
    throw new RowFault(Reason.INVALID_VALUE, column.name());
  }

  private static String label(ColumnContract column, Object cell) throws RowFault {
    String text = cell instanceof Digits digits ? digits.text() : string(column, cell).strip();
    boolean isOutside = !column.closedList().isEmpty() && !column.closedList().contains(text);
    if (isOutside || text.length() > LONGEST_LABEL) {
      throw new RowFault(Reason.INVALID_VALUE, column.name());
    }
    return text;
  }

  private static Instant instant(ColumnContract column, Object cell) throws RowFault {
    if (cell instanceof Instant instant) {
      return instant;
    }
    if (cell instanceof LocalDateTime local) {
      return local.atZone(Night.JAPAN).toInstant();
    }
    return cell instanceof LocalDate date
        ? date.atStartOfDay(Night.JAPAN).toInstant()
        : JapanTime.parse(string(column, cell));
  }

  private static LocalDate date(ColumnContract column, Object cell) throws RowFault {
    return cell instanceof LocalDate date ? date : JapanTime.date(instant(column, cell));
  }

  private static Double number(ColumnContract column, Object cell) throws RowFault {
    String text = cell instanceof Digits digits ? digits.text() : string(column, cell).strip();
    if (NUMBER.matcher(text).matches()) {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    }
    throw new RowFault(Reason.INVALID_VALUE, column.name());
  }

  private static Boolean bool(ColumnContract column, Object cell) throws RowFault {
    if (cell instanceof Boolean bool) {
      return bool;
    }
    String text = cell instanceof Digits digits ? digits.text() : string(column, cell).strip();
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw new RowFault(Reason.INVALID_VALUE, column.name());
    };
  }

  private static String[] list(ColumnContract column, Object cell) throws RowFault {
    if (cell instanceof List<?> items) {
      return items.stream().map(String::valueOf).toArray(String[]::new);
    }
    String text = string(column, cell).strip();
    if (text.startsWith("[")) {
      return JsonLines.array(text).toArray(String[]::new);
    }
    return Arrays.stream(text.split("\\|"))
        .map(String::strip)
        .filter(i -> !i.isEmpty())
        .toArray(String[]::new);
  }
}
