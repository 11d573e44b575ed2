package io.koe.drivers;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * One thing that was unusual for a while: alerts, night after night, over the same topics or terms.
 * It opens on its first alert, stays open while no more than {@link #GAP} nights pass without one,
 * closes on the night after, and opens again when more of it comes within {@link #MEMORY} nights.
 */
final class Episode {
  /** Nights without an alert that an episode outlives. */
  static final int GAP = 3;

  /** Nights since its last alert after which what comes is another episode. */
  static final int MEMORY = 14;

  private final Alert first;
  private final Set<String> members = new LinkedHashSet<>();
  private LocalDate last;
  private Alert peak;
  private int nights;

  Episode(Alert first) {
    this.first = first;
    this.peak = first;
  }

  /** Takes a group of linked alerts of a night, strongest first. */
  void add(Alert strongest, Collection<String> candidates) {
    if (!strongest.night().equals(last)) {
      nights++;
    }
    last = strongest.night();
    members.addAll(candidates);
    if (strongest.observed() > peak.observed()) {
      peak = strongest;
    }
  }

  boolean isOpen(LocalDate night) {
    return !night.isAfter(last.plusDays(GAP));
  }

  boolean isRemembered(LocalDate night) {
    return !night.isAfter(last.plusDays(MEMORY));
  }

  /** Whether it had a candidate before. */
  boolean has(String candidate) {
    return members.contains(candidate);
  }

  String id() {
    String key = first.type() + "\n" + first.candidate() + "\n" + opened();
    return "e" + DigestUtils.sha256Hex(key.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
  }

  Alert first() {
    return first;
  }

  Alert peak() {
    return peak;
  }

  Set<String> members() {
    return members;
  }

  LocalDate opened() {
    return first.night();
  }

  LocalDate last() {
    return last;
  }

  int nights() {
    return nights;
  }

  /** The night it was closed on, as of a night. */
  Optional<LocalDate> closed(LocalDate night) {
    return isOpen(night) ? Optional.empty() : Optional.of(last.plusDays(GAP + 1));
  }
}
