package io.koe.report.page;

/**
 * What a reader can filter a row or a card by.
 *
 * @param service {@code all} is shown under every filter; empty when it has none
 * @param platform likewise
 * @param topic words that a search finds; empty when it is about no topic
 */
public record Keys(String service, String platform, String topic) {
  public static final Keys NONE = new Keys("", "", "");

  public static Keys ofTopic(String topic) {
    return new Keys("", "", topic);
  }

  public static Keys of(String service, String topic) {
    return new Keys(service, "", topic);
  }
}
