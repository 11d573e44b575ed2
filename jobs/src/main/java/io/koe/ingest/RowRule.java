package io.koe.ingest;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values that are fine alone and impossible together. */
enum RowRule {
  NONE {
    @Override
    Optional<String> fault(Map<String, Object> row) {
      return Optional.empty();
    }
  },
  /** A session doesn't end before it starts. */
  ENDS_AFTER_START {
    @Override
    Optional<String> fault(Map<String, Object> row) {
      boolean backwards = (Long) row.get("ended_at") < (Long) row.get("started_at");
      return backwards ? Optional.of("ended_at") : Optional.empty();
    }
  },
  /** A satisfaction score is 1 to 5. */
  CSAT_IS_1_TO_5 {
    @Override
    Optional<String> fault(Map<String, Object> row) {
      boolean isScore = "csat".equals(row.get("event_type"));
      boolean isGood = row.get("value") instanceof String value && SCORE.matcher(value).matches();
      return isScore && !isGood ? Optional.of("value") : Optional.empty();
    }
  },
  /** An exposure is a count. */
  VALUE_IS_NOT_NEGATIVE {
    @Override
    Optional<String> fault(Map<String, Object> row) {
      return (Double) row.get("value") < 0 ? Optional.of("value") : Optional.empty();
    }
  };

  private static final Pattern SCORE = Pattern.compile("[1-5](\\.0+)?");

  /** The column at fault, if any; {@code row} holds the checked values by column name. */
  abstract Optional<String> fault(Map<String, Object> row);
}
