package io.koe.text;

import io.koe.text.MaskerExample.Stretch;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a masker did on examples of one kind.
 *
 * <ul>
 *   <li>recall: examples of which nothing that identifies is left, of all positives, whatever the
 *       stand-in;
 *   <li>precision: such examples, of those and the stretches masked where nothing was to go;
 *   <li>label: examples with the kind's own stand-in, of those masked.
 * </ul>
 */
final class MaskerScore {
  private static final Pattern TAG = Pattern.compile("<([A-Z_]++)(?::[a-z2-7]{26})?+>");
  private static final Set<String> DIGITS_ALONE =
      Set.of(
          "PHONE",
          "CARD",
          "MY_NUMBER",
          "LICENCE",
          "PASSPORT",
          "BANK_ACCOUNT",
          "POSTAL_CODE",
          "TRACKING",
          "BIRTHDAY",
          "IP");
  private static final String KANJI_DIGITS = "〇零一二三四五六七八九十";

  private final Set<String> ownTags;
  private int positives;
  private int covered;
  private int labelled;
  private int wrong;

  MaskerScore(String... ownTags) {
    this.ownTags = Set.of(ownTags);
  }

  int positives() {
    return positives;
  }

  int covered() {
    return covered;
  }

  int labelled() {
    return labelled;
  }

  int wrong() {
    return wrong;
  }

  /** Counts one example; hands over its source when it leaked or too much was masked. */
  void add(MaskerExample example, String masked, Consumer<String> faults) {
    List<Stretch> gone = gone(example.text(), masked);
    for (Stretch stretch : gone) {
      if (example.gold().stream().noneMatch(stretch::overlaps)) {
        wrong++;
        faults.accept("over " + example.source() + " => " + masked.replace('\n', '⏎'));
      }
    }
    if (example.gold().isEmpty()) {
      return;
    }
    positives++;
    if (leaks(example, gone)) {
      faults.accept("leak " + example.source() + " => " + masked.replace('\n', '⏎'));
      return;
    }
    covered++;
    if (gone.stream().anyMatch(stretch -> ownTags.contains(stretch.tag()))) {
      labelled++;
    }
  }

  private static boolean leaks(MaskerExample example, List<Stretch> gone) {
    boolean digitsAlone = DIGITS_ALONE.contains(example.kind());
    for (Stretch gold : example.gold()) {
      for (int i = gold.start(); i < gold.end(); i++) {
        int at = i;
        if (identifies(example.text().charAt(i), digitsAlone)
            && gone.stream().noneMatch(stretch -> stretch.start() <= at && at < stretch.end())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean identifies(char c, boolean digitsAlone) {
    if (!digitsAlone) {
      return Character.isLetterOrDigit(c);
    }
    char folded = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC).charAt(0);
    return Character.isDigit(folded)
        || KANJI_DIGITS.indexOf(folded) >= 0
        || (folded < 0x7F && Character.isLetter(folded));
  }

  /** What was replaced, found by laying the masked text over the original. */
  static List<Stretch> gone(String text, String masked) {
    List<Stretch> gone = new ArrayList<>();
    Matcher tag = TAG.matcher(masked);
    int kept = 0;
    int start = 0;
    String open = null;
    while (tag.find()) {
      start = stretch(gone, text, start, open, masked.substring(kept, tag.start()));
      open = tag.group(1);
      kept = tag.end();
    }
    if (open != null) {
      gone.add(new Stretch(start, text.length() - (masked.length() - kept), open));
    }
    return gone;
  }

  /** Ends the open stretch where the literal text after it begins; where that ends. */
  private static int stretch(
      List<Stretch> gone, String text, int start, String open, String literal) {
    if (open == null) {
      return literal.length();
    }
    int found = literal.isEmpty() ? start + 1 : text.indexOf(literal, start + 1);
    int end = found < 0 ? start : found;
    gone.add(new Stretch(start, end, open));
    return end + literal.length();
  }
}
