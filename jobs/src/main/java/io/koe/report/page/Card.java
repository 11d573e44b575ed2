package io.koe.report.page;

import java.util.List;

/**
 * A topic or a rise, with customers' own masked words.
 *
 * @param href to its page; empty for none
 * @param badge a word on its state; may be empty
 * @param tone worse, better or even: the badge's colour
 * @param facts short facts
 * @param terms words in it; may be empty
 * @param contexts words in context
 * @param quotes whole sentences
 */
public record Card(
    String title,
    String href,
    String badge,
    String tone,
    List<String> facts,
    String terms,
    List<Context> contexts,
    List<Quote> quotes,
    Keys keys) {

  /** A customer's masked words. */
  public record Quote(String text, String source) {}

  /** A word with what stood before and after it. */
  public record Context(String left, String term, String right) {}
}
