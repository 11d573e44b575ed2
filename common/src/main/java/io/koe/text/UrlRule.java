package io.koe.text;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Web addresses keep scheme and host; credentials, path and query go, but an item id in them stays.
 *
 * <pre>
 * https://example.jp/mypage?token=abc → https://example.jp/&lt;URL_PATH&gt;
 * https://jp.example.com/item/m12345678901 → https://jp.example.com/&lt;ITEM:…&gt;
 * </pre>
 */
final class UrlRule implements PiiRule {
  private static final Pattern URL =
      Pattern.compile(
          "(?:h?ttps?://|(?<![A-Za-z0-9.])(?=www\\.))([!-.0-~]{1,200}@)?[A-Za-z0-9.-]{1,253}+(?::[0-9]{1,5}+)?"
              + "[/?#]([!-~]{1,4000}+)");

  private final UnaryOperator<String> itemTag;

  UrlRule(UnaryOperator<String> itemTag) {
    this.itemTag = itemTag;
  }

  @Override
  public void find(FoldedText folded, Consumer<Span> spans) {
    if (!folded.has('/')) {
      return;
    }
    Matcher url = URL.matcher(folded.text());
    while (url.find()) {
      spans.accept(new Span(url.start(2), url.end(2), PiiKind.URL_PATH, tag(url.group(2))));
      if (url.group(1) != null) {
        spans.accept(new Span(url.start(1), url.end(1), PiiKind.URL_PATH));
      }
    }
  }

  private String tag(String path) {
    Matcher item = ItemRule.ITEM.matcher(path);
    return item.find()
        ? itemTag.apply(item.group().toLowerCase(Locale.ROOT))
        : PiiKind.URL_PATH.tag();
  }
}
