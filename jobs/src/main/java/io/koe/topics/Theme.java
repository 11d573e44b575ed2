package io.koe.topics;

import java.util.List;

/**
 * A group of like topics.
 *
 * @param id stays the same from model to model
 * @param label short Japanese name
 * @param terms of all its topics' inquiries, strongest first
 */
public record Theme(String id, String label, List<TopicTerm> terms) {
  /** The theme of inquiries no topic fits. */
  public static final Theme UNASSIGNED =
      new Theme(Topic.UNASSIGNED, Topic.UNASSIGNED_LABEL, List.of());

  public Theme {
    terms = List.copyOf(terms);
  }

  /** A theme an analyst names; its id follows from its name. */
  static Theme named(String name) {
    return new Theme(TopicIds.themeNamed(name), name, List.of());
  }

  /** The ten strongest terms, separated by spaces. */
  public String tenTerms() {
    return TopicTerm.ten(terms);
  }
}
