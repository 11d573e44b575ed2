package io.koe.topics;

import java.util.List;
import java.util.Optional;

/** Suggests a name for a topic; no run needs one. */
public interface TopicLabeller {
  /** What suggests, for the record. */
  String model();

  /** Which wording it was asked with, for the record. */
  String promptVersion();

  /**
   * A name, or nothing when there is no usable answer in time; never throws for what the other side
   * does.
   *
   * @param terms strongest first
   * @param quotes masked
   */
  Optional<String> suggest(List<String> terms, List<String> quotes);
}
