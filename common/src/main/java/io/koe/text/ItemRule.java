package io.koe.text;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Marketplace item ids: {@code m12345678901 → <ITEM>} or {@code <ITEM:pseudonym>}.
 *
 * <p>Known weakness: ids of other marketplaces keep their letters and lose their digits.
 */
final class ItemRule implements PiiRule {
  static final Pattern ITEM = Pattern.compile("(?<![A-Za-z0-9])[mM][0-9]{8,12}+(?![A-Za-z0-9])");

  private final UnaryOperator<String> tag;

  ItemRule(UnaryOperator<String> tag) {
    this.tag = tag;
  }

  @Override
  public void find(FoldedText folded, Consumer<Span> spans) {
    if (folded.digits() < 8 || !(folded.has('m') || folded.has('M'))) {
      return;
    }
    Matcher item = ITEM.matcher(folded.text());
    while (item.find()) {
      String id = item.group().toLowerCase(Locale.ROOT);
      spans.accept(new Span(item.start(), item.end(), PiiKind.ITEM, tag.apply(id)));
    }
  }
}
