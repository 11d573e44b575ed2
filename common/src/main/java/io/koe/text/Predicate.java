package io.koe.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A verb or adjective in plain form, with what makes it a need: negation, wish, a favour not done.
 * 通りませんでした → 通らない, したいです → したい, 制限されています → 制限される, 発送してくれません → 発送してくれない.
 */
record Predicate(String text, Phrase.Kind kind, boolean isTelling) {
  private static final Set<String> LIGHT = Set.of("する", "できる", "出来る");
  private static final Set<String> VAGUE = Set.of("よい", "良い", "いい", "好い", "宜しい", "よろしい");
  private static final Set<String> FAVOURS =
      Set.of("くれる", "もらえる", "もらう", "貰う", "貰える", "いただける", "頂ける");

  /** Whether the verb does not speak by itself but after a noun: キャンセルする. */
  static boolean isLight(Morpheme verb) {
    return LIGHT.contains(verb.base());
  }

  /** What a noun with this predicate says without a particle: ログインできない, but not 利用しない. */
  Phrase.Kind bareKind() {
    return kind == Phrase.Kind.NEED && !text.equals("しない") ? Phrase.Kind.NEED : Phrase.Kind.ACTION;
  }

  /** The predicate whose first word stands at a position. */
  static Optional<Predicate> at(List<Morpheme> words, int start) {
    if (start >= words.size()) {
      return Optional.empty();
    }
    Morpheme first = words.get(start);
    if (first.is("形容詞-自立")) {
      return Optional.of(adjective(words, start));
    }
    return first.is("動詞-自立") ? verb(words, start) : Optional.empty();
  }

  private static Predicate adjective(List<Morpheme> words, int start) {
    Morpheme first = words.get(start);
    boolean isMissing = first.base().equals("ない") || first.base().equals("無い");
    boolean isNegated =
        start + 1 < words.size()
            && words.get(start + 1).base().equals("ない")
            && first.surface().endsWith("く");
    String text = isNegated ? first.surface() + "ない" : first.base();
    boolean isWish = first.base().equals("欲しい") || first.base().equals("ほしい");
    boolean isNeed = isMissing || isNegated || isWish;
    return new Predicate(
        text,
        isNeed ? Phrase.Kind.NEED : Phrase.Kind.EVENT,
        isNeed || !VAGUE.contains(first.base()));
  }

  private static Optional<Predicate> verb(List<Morpheme> words, int start) {
    StringBuilder stem = new StringBuilder();
    int last = start;
    while (is(words, last + 1, "動詞-接尾")) {
      stem.append(words.get(last).surface());
      last++;
    }
    String before = stem + words.get(last).surface();
    boolean isTelling = isTelling(words.get(start).base()) || last > start;
    if (has(words, last + 1, "たい")) {
      return Optional.of(new Predicate(before + "たい", Phrase.Kind.NEED, isTelling));
    }
    if (is(words, last + 1, "助詞-接続助詞") && last + 2 < words.size()) {
      String joined = before + words.get(last + 1).surface();
      Morpheme next = words.get(last + 2);
      if (next.base().equals("ほしい") || next.base().equals("欲しい")) {
        return Optional.of(new Predicate(joined + "ほしい", Phrase.Kind.NEED, true));
      }
      if (FAVOURS.contains(next.base()) && isNegated(words, last + 2)) {
        return negative(next).map(n -> new Predicate(joined + n, Phrase.Kind.NEED, true));
      }
    }
    Morpheme verb = words.get(last);
    if (isNegated(words, last)) {
      boolean says = isTelling || isThere(verb) || canDo(verb);
      return negative(verb).map(n -> new Predicate(stem + n, Phrase.Kind.NEED, says));
    }
    return Optional.of(new Predicate(stem + verb.base(), Phrase.Kind.EVENT, isTelling));
  }

  private static boolean isTelling(String base) {
    return !InquiryTokenizer.STOP_WORDS.contains(base);
  }

  private static boolean canDo(Morpheme verb) {
    return verb.base().equals("できる") || verb.base().equals("出来る");
  }

  private static boolean isThere(Morpheme verb) {
    return verb.base().equals("ある") || verb.base().equals("有る");
  }

  private static boolean isNegated(List<Morpheme> words, int verb) {
    int next = verb + 1;
    while (next < words.size() && Negation.mayStandBetween(words.get(next))) {
      next++;
    }
    return next < words.size() && Negation.negates(words.get(next));
  }

  private static Optional<String> negative(Morpheme verb) {
    if (isThere(verb)) {
      return Optional.of("ない");
    }
    return switch (verb.base()) {
      case "する" -> Optional.of("しない");
      case "来る" -> Optional.of("来ない");
      case "くる" -> Optional.of("こない");
      default -> Negation.plain(verb);
    };
  }

  private static boolean is(List<Morpheme> words, int position, String prefix) {
    return position < words.size() && words.get(position).is(prefix);
  }

  private static boolean has(List<Morpheme> words, int position, String base) {
    return position < words.size() && words.get(position).base().equals(base);
  }
}
