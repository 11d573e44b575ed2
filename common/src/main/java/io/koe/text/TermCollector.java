package io.koe.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * From words to terms, one text at a time.
 *
 * <ol>
 *   <li>content words in base form, without stop words, single kana or single Latin letters;
 *   <li>adjacent nouns joined, up to four: 本人 確認 書類 → also 本人確認書類;
 *   <li>negated verbs: 届きません → also 届かない, ログイン できません → also ログインできない.
 * </ol>
 */
final class TermCollector {
  private static final int LONGEST_COMPOUND = 4;

  private final Set<String> stopWords;
  private final List<String> terms = new ArrayList<>();
  private final List<Morpheme> run = new ArrayList<>();
  private Morpheme verb;
  private String before = "";

  TermCollector(Set<String> stopWords) {
    this.stopWords = stopWords;
  }

  void add(Morpheme word) {
    boolean joins = word.joins();
    if (!joins || !follows(word) || run.size() == LONGEST_COMPOUND) {
      closeRun();
    }
    addNegation(word);
    if (word.isContent() && isTelling(word.base())) {
      terms.add(word.base());
    }
    if (joins) {
      run.add(word);
    }
  }

  /** The terms of the words added since the last call. */
  List<String> finish() {
    closeRun();
    verb = null;
    before = "";
    List<String> found = List.copyOf(terms);
    terms.clear();
    return found;
  }

  private boolean follows(Morpheme word) {
    return run.isEmpty() || run.get(run.size() - 1).end() == word.start();
  }

  private void closeRun() {
    if (run.isEmpty()) {
      return;
    }
    Morpheme last = run.get(run.size() - 1);
    if (run.size() > 1) {
      before = joined();
      if (hasNoun() && isTelling(before)) {
        terms.add(before);
      }
    } else {
      before = last.isContent() ? last.surface() : "";
    }
    run.clear();
  }

  private boolean hasNoun() {
    for (Morpheme word : run) {
      if (word.isNoun()) {
        return true;
      }
    }
    return false;
  }

  private String joined() {
    StringBuilder text = new StringBuilder();
    run.forEach(word -> text.append(word.surface()));
    return text.toString();
  }

  private void addNegation(Morpheme word) {
    if (word.is("動詞-自立")) {
      verb = word;
    } else if (verb != null && Negation.negates(word)) {
      negated(verb).ifPresent(terms::add);
      verb = null;
    } else if ((verb != null || !before.isEmpty()) && !Negation.mayStandBetween(word)) {
      verb = null;
      before = word.is("助詞-格助詞") || word.is("助詞-係助詞") ? before : "";
    }
  }

  /** できない says nothing by itself, but what can't be done does: ログインできない. */
  private Optional<String> negated(Morpheme what) {
    boolean can = what.base().equals("できる") || what.base().equals("出来る");
    if (can) {
      return before.isEmpty() || !isTelling(before)
          ? Optional.empty()
          : Optional.of(before + "できない");
    }
    return stopWords.contains(what.base()) ? Optional.empty() : Negation.plain(what);
  }

  private boolean isTelling(String term) {
    return Terms.hasContent(term) && !stopWords.contains(term);
  }
}
