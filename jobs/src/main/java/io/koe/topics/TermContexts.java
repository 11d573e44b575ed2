package io.koe.topics;

import io.koe.text.TermPlaces;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A topic's strongest terms as customers write them, with the words around them. */
final class TermContexts {
  /** Characters on either side. */
  static final int WIDTH = 40;

  private static final int TERMS = 5;
  private static final int LINES = 3;
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern CUT_START = Pattern.compile("^[A-Z0-9_-]*>");
  private static final Pattern CUT_END = Pattern.compile("<[A-Z0-9_-]*(?::[a-z2-7]*)?$");

  private final TermPlaces finder = new TermPlaces();

  /**
   * A line of the concordance.
   *
   * @param rank within the term, most typical text first
   */
  record Line(String term, int rank, String left, String keyword, String right) {}

  /**
   * Up to three lines of each of the five strongest terms, each by another customer.
   *
   * @param texts most typical first
   * @param terms strongest first
   */
  List<Line> of(List<QuoteChoice.Candidate> texts, List<String> terms) {
    Map<String, List<Line>> lines = new LinkedHashMap<>();
    Map<String, Set<String>> users = new LinkedHashMap<>();
    List<String> wanted = terms.stream().limit(TERMS).toList();
    wanted.forEach(term -> lines.put(term, new ArrayList<>()));
    for (QuoteChoice.Candidate text : texts) {
      if (lines.values().stream().allMatch(list -> list.size() == LINES)) {
        break;
      }
      if (!mayHold(text.body(), wanted)) {
        continue;
      }
      Map<String, TermPlaces.Place> places = finder.of(text.body());
      for (String term : wanted) {
        List<Line> list = lines.get(term);
        Set<String> seen = users.computeIfAbsent(term, t -> new HashSet<>());
        TermPlaces.Place place = places.get(term);
        if (place != null && list.size() < LINES && seen.add(text.userId())) {
          list.add(line(term, list.size() + 1, text.body(), place));
        }
      }
    }
    return lines.values().stream().flatMap(List::stream).toList();
  }

  /** Whether any term's first character is there, in whatever form: saves reading the words. */
  private static boolean mayHold(String body, List<String> terms) {
    String lower = body.toLowerCase(Locale.ROOT);
    return terms.stream().anyMatch(term -> lower.indexOf(term.codePointAt(0)) >= 0);
  }

  private static Line line(String term, int rank, String body, TermPlaces.Place place) {
    int from = Math.max(0, place.start() - WIDTH);
    int to = Math.min(body.length(), place.end() + WIDTH);
    String left = body.substring(whole(body, from, 1), place.start());
    String right = body.substring(place.end(), whole(body, to, -1));
    return new Line(
        term,
        rank,
        flat(from > 0 ? CUT_START.matcher(left).replaceFirst("") : left),
        flat(body.substring(place.start(), place.end())),
        flat(to < body.length() ? CUT_END.matcher(right).replaceFirst("") : right));
  }

  /** The position, or the one beside it where it would halve a surrogate pair. */
  private static int whole(String body, int position, int aside) {
    boolean halves =
        position > 0
            && position < body.length()
            && Character.isLowSurrogate(body.charAt(position))
            && Character.isHighSurrogate(body.charAt(position - 1));
    return halves ? position + aside : position;
  }

  private static String flat(String text) {
    return SPACE.matcher(text).replaceAll(" ");
  }
}
