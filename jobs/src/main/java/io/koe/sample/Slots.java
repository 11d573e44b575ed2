package io.koe.sample;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The slot values of one inquiry: a slot has the same value wherever it occurs in the body. */
final class Slots {
  private final Map<String, List<String>> lists;
  private final Draws draws;
  private final LocalDate date;
  private final Map<String, String> chosen = new HashMap<>();
  private int daysAgo;
  private boolean hasSlashes;

  Slots(Map<String, List<String>> lists, Draws draws, LocalDate date) {
    this.lists = lists;
    this.draws = draws;
    this.date = date;
  }

  String fill(String slot) {
    String known = chosen.get(slot);
    if (known == null) {
      known = choose(slot);
      chosen.put(slot, known);
    }
    return known;
  }

  private String choose(String slot) {
    return switch (slot) {
      case "amount" -> amount();
      case "days" -> Integer.toString(2 + draws.below(12));
      case "count" -> Integer.toString(2 + draws.below(4));
      case "date" -> dateBefore();
      case "later" -> dateAfter();
      case "time" -> String.format(Locale.ROOT, "%d時%02d分", 7 + draws.below(16), draws.below(60));
      default -> draws.pick(lists.get(slot));
    };
  }

  private String amount() {
    int value =
        switch (draws.below(3)) {
          case 0 -> 300 + 10 * draws.below(120);
          case 1 -> 1500 + 50 * draws.below(170);
          default -> 10_000 + 500 * draws.below(140);
        };
    String digits = Integer.toString(value);
    if (value >= 1000 && draws.chance(0.6)) {
      return digits.substring(0, digits.length() - 3)
          + ","
          + digits.substring(digits.length() - 3)
          + "円";
    }
    return digits + "円";
  }

  private String dateBefore() {
    daysAgo = 1 + draws.below(14);
    hasSlashes = draws.below(4) == 0;
    return written(date.minusDays(daysAgo));
  }

  /** A day after {@code date}, today at the latest, written in the same way. */
  private String dateAfter() {
    fill("date");
    return written(date.minusDays(draws.below(daysAgo)));
  }

  private String written(LocalDate day) {
    return hasSlashes
        ? day.getMonthValue() + "/" + day.getDayOfMonth()
        : day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }
}
