package io.koe.sample;

import java.util.List;

/** What happens to an inquiry at a time: an event or a message. */
sealed interface Step {
  /** {@link JapanTime} seconds. */
  long at();

  /** A row of {@code inquiry_events}. */
  record Event(long at, String type, String actor, String office, String agent, String value)
      implements Step {}

  /**
   * A row of {@code inquiry_messages}; {@code phrases} names the list its body is drawn from, or
   * null.
   */
  record Message(
      long at,
      String author,
      boolean isPublic,
      String agent,
      String template,
      List<String> articles,
      String phrases)
      implements Step {}
}
