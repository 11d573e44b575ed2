package io.koe.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text where a thought ends: into sentences, lines, and the names of a form's fields.
 *
 * <pre>
 * 商品名: 靴 内容: 届きません。いつですか?  →  商品名: | 靴 | 内容: | 届きません。 | いつですか?
 * 【お名前】&lt;NAME&gt;                       →  【お名前】 | &lt;NAME&gt;
 * ■ご用件                               →  ■ご用件
 * 10:30に https://example.jp            →  10:30に https://example.jp
 * </pre>
 *
 * <p>Known weakness: a sentence without an end runs on to the end of its line.
 */
public final class Segments {
  private static final String ENDS = "。!?！？\n";
  private static final String MARK = "■□◆◇●○▼▽★☆※・";

  /** A name and a colon, a name in brackets, or a heading behind a mark. */
  private static final Pattern FIELD =
      Pattern.compile(
          "(?<![^\\s"
              + MARK
              + "])(?=[^\\s:]*\\p{L})[^\\s:、【】]{1,20} ?:(?!//)"
              + "|【[^【】]{1,20}】"
              + "|^\\s*["
              + MARK
              + "]\\s?[^\\s。!?][^。!?]{0,19}$");

  /** Sentences with fewer letters may be anybody's. */
  private static final int SHORTEST_TELLING = 16;

  /** Parameters of the 64-bit FNV-1a hash. */
  private static final long BASIS = 0xcbf29ce484222325L;

  private static final long PRIME = 0x100000001b3L;

  private Segments() {}

  /**
   * The pieces of a text in their order; none is blank.
   *
   * @param text NFKC-normalised; null counts as empty
   */
  public static List<Segment> of(String text) {
    List<Segment> segments = new ArrayList<>();
    if (text == null) {
      return segments;
    }
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      if (ENDS.indexOf(text.charAt(i)) >= 0) {
        addSentence(text.substring(from, i + 1), segments);
        from = i + 1;
      }
    }
    addSentence(text.substring(from), segments);
    return segments;
  }

  private static void addSentence(String written, List<Segment> segments) {
    String sentence = written.strip();
    int from = 0;
    if (mayHoldField(sentence)) {
      for (Matcher field = FIELD.matcher(sentence); field.find(); from = field.end()) {
        add(sentence.substring(from, field.start()), false, segments);
        add(field.group(), true, segments);
      }
    }
    add(sentence.substring(from), false, segments);
  }

  /** Most sentences hold none, which is seen sooner than by the pattern. */
  private static boolean mayHoldField(String sentence) {
    return sentence.indexOf(':') >= 0
        || sentence.indexOf('【') >= 0
        || (!sentence.isEmpty() && MARK.indexOf(sentence.charAt(0)) >= 0);
  }

  private static void add(String piece, boolean isField, List<Segment> segments) {
    String text = piece.strip();
    if (!text.isEmpty()) {
      segments.add(new Segment(text, fingerprint(text, isField)));
    }
  }

  private static long fingerprint(String text, boolean isField) {
    long hash = BASIS;
    int letters = 0;
    char last = 0;
    for (int i = 0; i < text.length(); i++) {
      int placeholder = text.charAt(i) == '<' ? text.indexOf('>', i) : -1;
      char here = placeholder > 0 || Character.isDigit(text.charAt(i)) ? '0' : text.charAt(i);
      i = Math.max(i, placeholder);
      if (isSaid(here) && (here != '0' || last != '0')) {
        hash = (hash ^ here) * PRIME;
        letters += here == '0' ? 0 : 1;
        last = here;
      }
    }
    return isField ? hash | Long.MIN_VALUE : letters < SHORTEST_TELLING ? 0 : hash >>> 1;
  }

  private static boolean isSaid(char here) {
    return Character.isLetterOrDigit(here) || Character.isSurrogate(here);
  }
}
