package io.koe.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The unit of a column, which its name tells: names follow the same rules in every table. */
public final class ColumnUnit {
  private static final Map<Pattern, String> UNITS = new LinkedHashMap<>();

  static {
    unit("is_.*", "yes or no");
    unit(".*_date|valid_from|valid_to", "day, Japan time");
    unit(".*_at", "instant");
    unit(".*hours(_.*)?", "hours");
    unit("exposure_days|days(_before)?|.*_days", "days");
    unit("nights", "nights");
    unit("contacts_mean_4_weeks", "contacts a week");
    unit("contacts_per_1000|ci_(low|high)_per_1000", "contacts per 1000");
    unit(
        ".*share(_ci_(low|high))?|.*_rate|rate_(before|after)|weight|estimate(_low|_high)?",
        "0 to 1");
    unit("[pq]_value|sample_ratio_p", "probability");
    unit("mix_effect|rate_effect|exposure_effect|entry_exit_effect|total_change", "as the metric");
    unit(
        "value(_.*)?|ci_(low|high)|numerator|denominator|(old|new)_value|expected_value|difference(_low|_high)?"
            + "|impact|effect(_low|_high)?",
        "by metric, see definitions");
    unit("rank", "1 is first");
    unit("(.*_)?(users|sessions|inquiries|transactions|contacts)(_.*)?", "count");
    unit(
        "change_from_previous_week|open_contacts|opened_before|created|reopened|resolved|excluded",
        "count");
    unit(
        "at_risk|censored|observed|peak_observed|expected|searches.*|tests|rows_.*|files_.*",
        "count");
    unit(
        "resolves.*|reopens|customer_reopens|.*_resolves|transfers|.*_replies|.*_messages",
        "count");
    unit("violations|duplicates|alike_7_days|topics|exposure|position", "count");
  }

  private ColumnUnit() {}

  private static void unit(String name, String unit) {
    UNITS.put(Pattern.compile(name), unit);
  }

  /** The unit; empty for texts, ids and what has none. */
  public static String of(TableColumn column) {
    if (column.type().equals("string")
        || column.type().startsWith("array")
        || column.type().equals("binary")) {
      return "";
    }
    return UNITS.entrySet().stream()
        .filter(u -> u.getKey().matcher(column.name()).matches())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
