package io.koe.search;

import java.util.Locale;
import java.util.Set;

/** Words in context: the text around the first of the words looked for. */
final class Snippet {
  private static final int AROUND = 28;

  private final Set<String> terms;

  Snippet(Set<String> terms) {
    this.terms = terms;
  }

  /**
   * The first place of a term, the longest term first, with up to 28 characters on either side; the
   * beginning of the text when only other forms of the words are in it.
   */
  String of(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
    // Folding one by one keeps places: String.toLowerCase may change a text's length.
    StringBuilder folded = new StringBuilder();
    line.chars().forEach(c -> folded.append((char) Character.toLowerCase(c)));
    for (String term : terms.stream().sorted(Snippet::longerFirst).toList()) {
      String stem = stem(term.toLowerCase(Locale.ROOT));
      int place = folded.indexOf(stem);
      if (place >= 0) {
        return around(line, place, place + stem.length());
      }
    }
    return beginning(line);
  }

  private static int longerFirst(String a, String b) {
    return a.length() == b.length() ? a.compareTo(b) : b.length() - a.length();
  }

  /** What all forms of a verb share: 届く, 届きません and 届かない begin with 届. */
  private static String stem(String term) {
    int end = term.length();
    while (end > 0 && isHiragana(term.charAt(end - 1))) {
      end--;
    }
    return end == 0 ? term : term.substring(0, end);
  }

  private static boolean isHiragana(char c) {
    return c >= '\u3041' && c <= '\u309F';
  }

  private static String around(String line, int from, int to) {
    int start = whole(line, Math.max(0, from - AROUND));
    int end = whole(line, Math.min(line.length(), to + AROUND));
    return (start > 0 ? "…" : "")
        + line.substring(start, from)
        + "【"
        + line.substring(from, to)
        + "】"
        + line.substring(to, end)
        + (end < line.length() ? "…" : "");
  }

  private static String beginning(String line) {
    int end = whole(line, Math.min(line.length(), 2 * AROUND));
    return line.substring(0, end) + (end < line.length() ? "…" : "");
  }

  /** A place that cuts no character in half. */
  private static int whole(String line, int place) {
    boolean isInside = place < line.length() && Character.isLowSurrogate(line.charAt(place));
    return isInside ? place - 1 : place;
  }
}
