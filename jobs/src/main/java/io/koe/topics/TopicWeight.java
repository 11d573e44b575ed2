package io.koe.topics;

/**
 * A topic of an inquiry.
 *
 * @param weight probability, 0 to 1
 * @param isPrimary whether it is the strongest
 * @param affinity mean log of how much likelier the terms are in the strongest topic than anywhere
 */
public record TopicWeight(String topicId, double weight, boolean isPrimary, double affinity) {
  /** From this many terms on a text is as typical as its words. */
  private static final double ENOUGH_TERMS = 8;

  /** No topic fits. */
  public static final TopicWeight UNASSIGNED = new TopicWeight(Topic.UNASSIGNED, 1, true, 0);

  /** How typical of its strongest topic a text of so many terms is; short ones are less so. */
  double typicality(int length) {
    return affinity * Math.min(1, length / ENOUGH_TERMS);
  }
}
