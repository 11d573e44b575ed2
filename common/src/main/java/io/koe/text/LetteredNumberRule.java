package io.koe.text;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers with letters: passports (two letters, seven digits) and parcels sent abroad (Universal
 * Postal Union, standard S10).
 *
 * <pre>
 * TK1234567, パスポート tk 123 4567 → &lt;PASSPORT&gt;   EJ123456789JP, RR 123 456 789 JP → &lt;TRACKING&gt;
 * </pre>
 *
 * Known weakness: a passport in small letters needs the word before it.
 */
final class LetteredNumberRule implements PiiRule {
  private static final Pattern PARCEL =
      Pattern.compile(
          "(?<![A-Za-z0-9])[A-Za-z]{1,2} ?[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{3} ?[A-Za-z]{2}(?![A-Za-z0-9])");
  private static final Pattern PASSPORT =
      Pattern.compile(
          "(?<![A-Za-z0-9])[A-Za-z]{2}[ .:/_・-]?[0-9](?:[ -]?[0-9]){6}(?![A-Za-z0-9]|[,.-][0-9])");
  private static final Pattern CUE = Pattern.compile("パスポ|旅券|passport", Pattern.CASE_INSENSITIVE);
  private static final int FEWEST_DIGITS = 7;
  private static final int FEWEST_LETTERS = 2;

  @Override
  public void find(FoldedText folded, Consumer<Span> spans) {
    if (folded.digits() < FEWEST_DIGITS || folded.letters() < FEWEST_LETTERS) {
      return;
    }
    String text = folded.text();
    Matcher parcel = PARCEL.matcher(text);
    while (parcel.find()) {
      spans.accept(new Span(parcel.start(), parcel.end(), PiiKind.TRACKING));
    }
    Matcher passport = PASSPORT.matcher(text);
    while (passport.find()) {
      if (isPassport(text, passport)) {
        spans.accept(new Span(passport.start(), passport.end(), PiiKind.PASSPORT));
      }
    }
  }

  private static boolean isPassport(String text, Matcher found) {
    boolean capitals =
        "TMN".indexOf(text.charAt(found.start())) >= 0
            && Character.isUpperCase(text.charAt(found.start() + 1))
            && found.end() - found.start() <= 9;
    return capitals || CUE.matcher(NumberContext.before(text, found.start())).find();
  }
}
