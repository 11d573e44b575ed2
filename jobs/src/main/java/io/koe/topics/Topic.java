package io.koe.topics;

import java.time.LocalDate;
import java.util.List;

/**
 * A topic of one model.
 *
 * @param id stays the same from model to model
 * @param label short Japanese name
 * @param firstSeen night on which the topic was born
 * @param status new, active, merged or hidden
 * @param inquiries documents of the fit in the topic
 * @param terms strongest first
 * @param place its theme and its position on the map
 */
public record Topic(
    String id,
    String label,
    LocalDate firstSeen,
    String status,
    int inquiries,
    List<TopicTerm> terms,
    TopicPlace place) {
  public static final String NEW = "new";
  public static final String ACTIVE = "active";
  public static final String ENDED = "ended";

  /** Its inquiries are another topic's, by the taxonomy. */
  public static final String MERGED = "merged";

  /** Its inquiries count as unassigned, by the taxonomy. */
  public static final String HIDDEN = "hidden";

  /** Inquiries no topic fits. */
  public static final String UNASSIGNED = "unassigned";

  public static final String UNASSIGNED_LABEL = "未分類";

  public Topic {
    terms = List.copyOf(terms);
  }

  Topic named(String name) {
    return as(name, status, place);
  }

  Topic as(String name, String newStatus, TopicPlace newPlace) {
    return new Topic(id, name, firstSeen, newStatus, inquiries, terms, newPlace);
  }

  /** Whether inquiries may be in it. */
  boolean isOpen() {
    return status.equals(NEW) || status.equals(ACTIVE);
  }

  /** The ten strongest terms, separated by spaces. */
  public String tenTerms() {
    return TopicTerm.ten(terms);
  }
}
