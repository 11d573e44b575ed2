package io.koe.text;

import io.koe.text.morphology.Tokenizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where terms stand in a text, as it is written there: of 届かない in 荷物がまだ届いていません, the characters of
 * 届いていません. The terms are those {@link InquiryTokenizer} finds.
 *
 * <p>Not safe for use by several threads.
 */
public final class TermPlaces {
  private static final int LONGEST_COMPOUND = 4;

  /** Characters {@code start} to {@code end}, exclusive. */
  public record Place(int start, int end) {}

  private final Morphemes words = new Morphemes(Tokenizer.koe);

  /**
   * The first place of each term that occurs.
   *
   * @param text normalised, masked
   */
  public Map<String, Place> of(String text) {
    List<Morpheme> read = new ArrayList<>();
    words.read(Morphemes.blanked(text), read::add);
    Map<String, Place> places = new LinkedHashMap<>();
    for (int i = 0; i < read.size(); i++) {
      Morpheme word = read.get(i);
      if (word.isContent()) {
        places.putIfAbsent(word.base(), new Place(word.start(), word.end()));
      }
      addCompounds(read, i, places);
      addNegation(read, i, places);
    }
    return places;
  }

  private static void addCompounds(List<Morpheme> read, int start, Map<String, Place> places) {
    StringBuilder joined = new StringBuilder();
    for (int i = start; i < Math.min(read.size(), start + LONGEST_COMPOUND); i++) {
      boolean follows = i == start || read.get(i).start() == read.get(i - 1).end();
      if (!read.get(i).joins() || !follows) {
        return;
      }
      joined.append(read.get(i).surface());
      places.putIfAbsent(joined.toString(), new Place(read.get(start).start(), read.get(i).end()));
    }
  }

  private static void addNegation(List<Morpheme> read, int verb, Map<String, Place> places) {
    Morpheme what = read.get(verb);
    if (!what.is("動詞-自立")) {
      return;
    }
    int next = verb + 1;
    while (next < read.size() && Negation.mayStandBetween(read.get(next))) {
      next++;
    }
    if (next == read.size() || !Negation.negates(read.get(next))) {
      return;
    }
    int end = read.get(next).end();
    boolean can = what.base().equals("できる") || what.base().equals("出来る");
    if (can) {
      nounBefore(read, verb)
          .ifPresent(
              noun -> places.putIfAbsent(noun.name() + "できない", new Place(noun.start(), end)));
    } else {
      Negation.plain(what)
          .ifPresent(term -> places.putIfAbsent(term, new Place(what.start(), end)));
    }
  }

  private record Noun(String name, int start) {}

  private static Optional<Noun> nounBefore(List<Morpheme> read, int verb) {
    int last = verb - 1;
    while (last >= 0 && (read.get(last).is("助詞-格助詞") || read.get(last).is("助詞-係助詞"))) {
      last--;
    }
    int first = last;
    while (first > 0 && read.get(first).joins() && read.get(first - 1).joins()) {
      first--;
    }
    if (last < 0 || !read.get(last).joins()) {
      return Optional.empty();
    }
    StringBuilder name = new StringBuilder();
    read.subList(first, last + 1).forEach(word -> name.append(word.surface()));
    return Optional.of(new Noun(name.toString(), read.get(first).start()));
  }
}
