package io.koe.topics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Quotes that show what customers of a topic say: the most typical one, then others that say it in
 * other words, each by another customer.
 */
final class QuoteChoice {
  static final int LONGEST = 120;
  private static final int QUOTES = 3;
  private static final int SHORTEST = 12;
  private static final double TOO_ALIKE = 0.35;
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[。！？!?\\n])");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private QuoteChoice() {}

  /** A masked text that may be quoted. */
  record Candidate(String userId, String service, String body) {}

  /**
   * A quote.
   *
   * @param reason typical or diverse
   */
  record Quote(String text, String service, String reason) {}

  /**
   * Up to three quotes.
   *
   * @param candidates most typical first
   * @param terms of the topic, by which sentences are chosen
   */
  static List<Quote> choose(List<Candidate> candidates, List<String> terms) {
    List<Quote> quotes = new ArrayList<>();
    Set<String> users = new HashSet<>();
    for (Candidate candidate : candidates) {
      String text = excerpt(candidate.body(), terms);
      boolean fresh =
          text.length() >= SHORTEST
              && !users.contains(candidate.userId())
              && quotes.stream().allMatch(q -> likeness(q.text(), text) < TOO_ALIKE);
      if (fresh && quotes.size() < QUOTES) {
        String reason = quotes.isEmpty() ? "typical" : "diverse";
        quotes.add(new Quote(text, candidate.service(), reason));
        users.add(candidate.userId());
      }
    }
    return quotes;
  }

  /** Whole sentences of at most 120 characters, from the one with most of the terms on. */
  static String excerpt(String body, List<String> terms) {
    List<String> sentences =
        Stream.of(SENTENCE_END.split(body))
            .map(s -> SPACE.matcher(s).replaceAll(" ").strip())
            .filter(s -> !s.isEmpty())
            .toList();
    if (sentences.isEmpty()) {
      return "";
    }
    int first = 0;
    for (int i = 1; i < sentences.size(); i++) {
      if (telling(sentences.get(i), terms) > telling(sentences.get(first), terms)) {
        first = i;
      }
    }
    StringBuilder text = new StringBuilder(cut(sentences.get(first)));
    for (int i = first + 1; i < sentences.size(); i++) {
      if (text.length() + sentences.get(i).length() > LONGEST) {
        break;
      }
      text.append(sentences.get(i));
    }
    return text.toString();
  }

  private static long telling(String sentence, List<String> terms) {
    return terms.stream().filter(sentence::contains).count();
  }

  /** A sentence too long is cut after its last comma that fits. */
  private static String cut(String sentence) {
    if (sentence.length() <= LONGEST) {
      return sentence;
    }
    String head = sentence.substring(0, LONGEST - 1);
    int comma = Math.max(head.lastIndexOf('、'), head.lastIndexOf(' '));
    int end = comma > LONGEST / 2 ? comma : wholeCharacters(head);
    return head.substring(0, end) + "…";
  }

  private static int wholeCharacters(String head) {
    boolean split = Character.isHighSurrogate(head.charAt(head.length() - 1));
    return split ? head.length() - 1 : head.length();
  }

  /** Jaccard coefficient of the pairs of characters. */
  private static double likeness(String one, String other) {
    Set<String> first = pairs(one);
    Set<String> second = pairs(other);
    Set<String> both = new HashSet<>(first);
    both.retainAll(second);
    int union = first.size() + second.size() - both.size();
    return union == 0 ? 1 : (double) both.size() / union;
  }

  private static Set<String> pairs(String text) {
    Set<String> pairs = new HashSet<>();
    for (int i = 1; i < text.length(); i++) {
      pairs.add(text.substring(i - 1, i + 1));
    }
    return pairs;
  }
}
