package io.koe.search;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.text.InquiryTokenizer;
import io.koe.text.JapaneseNormalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What a user types, as a query: every word between blanks must be there. A word of several terms,
 * such as 本人確認書類 or 匿名配送で届かない, is there when any of them is, and ranks the higher the more of them
 * are.
 */
final class WordQuery {
  private final List<Set<String>> words = new ArrayList<>();

  /**
   * Takes words apart as the inquiries were.
   *
   * @throws KoeException with {@code USAGE} when no word says anything
   */
  WordQuery(String text) {
    InquiryTokenizer tokenizer = new InquiryTokenizer();
    for (String word : JapaneseNormalizer.normalize(text).strip().split("\\s+", -1)) {
      Set<String> terms = new LinkedHashSet<>(tokenizer.terms(word));
      if (!terms.isEmpty()) {
        words.add(terms);
      }
    }
    if (words.isEmpty()) {
      throw new KoeException(
          ExitCode.USAGE,
          "there is no word to look for: what is asked is empty, or says nothing by itself",
          "koe search",
          "name what it is about, such as koe search 匿名配送");
    }
  }

  /** All terms, in the order of the words. */
  Set<String> terms() {
    Set<String> all = new LinkedHashSet<>();
    words.forEach(all::addAll);
    return all;
  }

  /** For the index's terms. */
  BooleanQuery.Builder query() {
    BooleanQuery.Builder every = new BooleanQuery.Builder();
    words.forEach(terms -> every.add(any(terms), Occur.MUST));
    return every;
  }

  private static Query any(Set<String> terms) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    terms.forEach(t -> any.add(new TermQuery(new Term(DayIndex.TERMS, t)), Occur.SHOULD));
    return any.build();
  }
}
