package io.koe.text;

import io.koe.text.morphology.Tokenizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Short phrases of a normalised, masked text, for people to read.
 *
 * <pre>
 * 本人確認が全く通りません      →  本人確認が通らない
 * 注文をキャンセルしたいです    →  注文をキャンセルしたい, キャンセルしたい
 * 売上金の振込申請について      →  売上金の振込申請
 * </pre>
 *
 * <p>A phrase is a noun or compound, or two joined by の, with a case particle and the predicate
 * that follows it, adverbs between them left out; or a noun with する or できる. Nothing is joined over
 * masked data or punctuation, and words the dictionary knows as people's names end a phrase. Known
 * weakness: no parsing, so a noun goes with the next predicate.
 *
 * <p>Not safe for use by several threads.
 */
public final class PhraseExtractor {
  private static final int LONGEST = 24;
  private static final Set<String> PARTICLES = Set.of("が", "を", "に", "は", "も", "で", "から", "と");

  private static final Set<String> APART = Set.of("は", "も", "と");
  private static final Set<String> ALIKE = Set.of("が", "を", "は", "も");

  private final Morphemes words = new Morphemes(Tokenizer.koe);
  private final List<Morpheme> text = new ArrayList<>();
  private String plain = "";

  /** The text's phrases in order of appearance, each once. */
  public Set<Phrase> phrases(String normalised) {
    plain = Morphemes.plain(normalised);
    text.clear();
    words.read(plain, text::add);
    Set<Phrase> found = new LinkedHashSet<>();
    for (int start = 0; start < text.size(); start++) {
      if (beginsNoun(start)) {
        int end = nounEnd(start);
        addFrom(start, end, found);
        start = end - 1;
      }
    }
    return found;
  }

  private void addFrom(int start, int end, Set<Phrase> found) {
    if (!isNameable(start, end)) {
      return;
    }
    String noun = written(start, end);
    add(noun, end, found);
    if (is(end, "助詞-連体化") && beginsNoun(end + 1)) {
      int last = nounEnd(end + 1);
      if (isNameable(end + 1, last)) {
        String both = noun + "の" + written(end + 1, last);
        put(both, both, Phrase.Kind.NOUNS, found);
        add(both, last, found);
      }
    }
  }

  /** Phrases of a noun that ends before a position, with what follows. */
  private void add(String noun, int end, Set<Phrase> found) {
    if (isAction(end)) {
      predicate(end).ifPresent(p -> put(noun + p.text(), noun + p.text(), p.bareKind(), found));
    } else if (is(end, "助詞") && PARTICLES.contains(text.get(end).surface())) {
      int next = afterAdverbs(end + 1);
      String particle = text.get(end).surface();
      if (beginsNoun(next)) {
        int verb = nounEnd(next);
        if (isAction(verb) && isNameable(next, verb)) {
          String action = written(next, verb);
          predicate(verb)
              .ifPresent(p -> putClause(noun, particle, action + p.text(), p.kind(), found));
        }
      } else {
        predicate(next)
            .filter(Predicate::isTelling)
            .ifPresent(p -> putClause(noun, particle, p.text(), p.kind(), found));
      }
    }
  }

  /** Whether a verb that needs the noun before it stands here: キャンセル|する, ログイン|できる. */
  private boolean isAction(int verb) {
    return is(verb, "動詞-自立")
        && Predicate.isLight(text.get(verb))
        && (is(verb - 1, "名詞-サ変接続")
            || is(verb - 1, "カスタム名詞")
            || !text.get(verb).base().equals("する"));
  }

  private Optional<Predicate> predicate(int start) {
    return Predicate.at(text, start);
  }

  private int afterAdverbs(int position) {
    int next = position;
    while (is(next, "副詞")) {
      next++;
    }
    return next;
  }

  /** What is said of a noun set apart from others by は, も or と is half of what is meant. */
  private static void putClause(
      String noun, String particle, String said, Phrase.Kind kind, Set<Phrase> found) {
    if (kind == Phrase.Kind.NEED || !APART.contains(particle)) {
      String meaning = noun + (ALIKE.contains(particle) ? "|" : particle) + said;
      put(noun + particle + said, meaning, kind, found);
    }
  }

  private static void put(String phrase, String meaning, Phrase.Kind kind, Set<Phrase> found) {
    if (phrase.length() <= LONGEST) {
      found.add(new Phrase(phrase, meaning, kind));
    }
  }

  /** Whether a noun begins here that is not the rest of a longer one. */
  private boolean beginsNoun(int position) {
    if (position >= text.size() || !text.get(position).joins()) {
      return false;
    }
    Morpheme word = text.get(position);
    boolean isRest =
        position > 0
            && text.get(position - 1).end() == word.start()
            && (is(position - 1, "名詞") || is(position - 1, "接頭詞") || is(position - 1, "カスタム"));
    return !isRest && !word.is("名詞-接尾");
  }

  private int nounEnd(int start) {
    int end = start + 1;
    while (end < text.size()
        && text.get(end).joins()
        && text.get(end).start() == text.get(end - 1).end()) {
      end++;
    }
    return end;
  }

  private boolean isNameable(int start, int end) {
    String noun = written(start, end).toLowerCase(Locale.ROOT);
    boolean isName = text.subList(start, end).stream().anyMatch(w -> w.is("名詞-固有名詞-人名"));
    boolean goesOn =
        end < text.size() && is(end, "名詞") && text.get(end).start() == text.get(end - 1).end();
    return !isName
        && !goesOn
        && text.subList(start, end).stream().anyMatch(Morpheme::isNoun)
        && Terms.hasContent(noun)
        && !InquiryTokenizer.STOP_WORDS.contains(noun);
  }

  private boolean is(int position, String prefix) {
    return position >= 0 && position < text.size() && text.get(position).is(prefix);
  }

  private String written(int start, int end) {
    int from = text.get(start).start();
    int to = text.get(end - 1).end();
    StringBuilder lower = new StringBuilder();
    text.subList(start, end).forEach(word -> lower.append(word.surface()));
    String original = to <= plain.length() ? plain.substring(from, to) : "";
    return original.equalsIgnoreCase(lower.toString()) ? original : lower.toString();
  }
}
