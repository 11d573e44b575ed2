package io.koe.text;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Web addresses keep scheme and host; credentials, path and query go, but the id of an item or of a
 * user's profile in them stays as its pseudonym.
 *
 * <pre>
 * https://example.jp/mypage?token=abc, example.jp/mypage?token=abc → …example.jp/&lt;URL_PATH&gt;
 * https://jp.example.com/item/m12345678901 → https://jp.example.com/&lt;ITEM:…&gt;
 * https://jp.example.com/user/profile/123456789 → https://jp.example.com/&lt;USER:…&gt;
 * </pre>
 */
final class UrlRule implements PiiRule {
  private static final String HOST = "[A-Za-z0-9.-]{1,253}+";
  private static final String BARE_HOST =
      "(?:[A-Za-z0-9-]{1,63}+\\.){1,6}(?:com|net|org|info|biz|me|io|app|jp|link|ee|gd|ly|to)";
  private static final Pattern URL =
      Pattern.compile(
          "(?:h?(?:tt|xx)ps?://([!-.0-?A-~]{1,200}+@)?"
              + HOST
              + "|(?<![A-Za-z0-9.@-])(?=www\\.)"
              + HOST
              + "|(?<![A-Za-z0-9.@-])"
              + BARE_HOST
              + "(?![A-Za-z0-9.-]))"
              + "(?::[0-9]{1,5}+)?+(?:[/?#]((?:[!-~]|[一-鿿々ぁ-んァ-ヺー]{1,30}+(?=[/?=&%#])){1,4000}+))?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PROFILE =
      Pattern.compile("(?:user/profile|profile|users?)/([A-Za-z0-9_-]{3,40}+)");

  private final UnaryOperator<String> itemTag;
  private final UnaryOperator<String> userTag;

  UrlRule(UnaryOperator<String> itemTag, UnaryOperator<String> userTag) {
    this.itemTag = itemTag;
    this.userTag = userTag;
  }

  @Override
  public void find(FoldedText folded, Consumer<Span> spans) {
    if (!folded.has('/') || !(folded.has('.') || folded.has(':'))) {
      return;
    }
    Matcher url = URL.matcher(folded.text());
    while (url.find()) {
      if (url.group(2) != null) {
        spans.accept(new Span(url.start(2), url.end(2), PiiKind.URL_PATH, tag(url.group(2))));
      }
      if (url.group(1) != null) {
        spans.accept(new Span(url.start(1), url.end(1), PiiKind.URL_PATH));
      }
    }
  }

  private String tag(String path) {
    Matcher item = ItemRule.ITEM.matcher(path);
    if (item.find()) {
      return itemTag.apply(item.group().toLowerCase(Locale.ROOT));
    }
    Matcher profile = PROFILE.matcher(path);
    return profile.lookingAt() ? userTag.apply(profile.group(1)) : PiiKind.URL_PATH.tag();
  }
}
