package io.koe.text;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ids on LINE and social networks, after a cue or an at sign.
 *
 * <pre>
 * LINE IDはtaro_123、インスタ：@hanako.y、@taro_yamada → &lt;LINE_ID&gt;
 * </pre>
 *
 * Known weakness: ids in Japanese letters.
 */
final class HandleRule implements PiiRule {
  private static final String ID = "@?[A-Za-z0-9][A-Za-z0-9_.\\-]{2,40}+";
  private static final Pattern CUED =
      Pattern.compile(
          "(?:LINE|ライン|インスタグラム|インスタ|Instagram|Twitter|ツイッター|カカオトーク|カカオ|Skype|スカイプ|Discord|TikTok|Facebook|(?<![A-Za-z])X)"
              + " ?の? ?(?:ID|アイディー|アイディ|アカウント|垢|ユーザー名)(?:[ :は=「『(]|が){0,4}("
              + ID
              + ")"
              + "|(?:LINE|インスタ|Instagram|Twitter|ツイッター|Skype|Discord|TikTok) ?[:=] ?("
              + ID
              + ")",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HANDLE =
      Pattern.compile(
          "(?<![A-Za-z0-9._%+\\-@])@(?=[0-9_.]{0,30}+[A-Za-z])[A-Za-z0-9_][A-Za-z0-9_.]{2,30}+");

  @Override
  public void find(FoldedText folded, Consumer<Span> spans) {
    Matcher cued = CUED.matcher(folded.text());
    while (cued.find()) {
      int group = cued.start(1) >= 0 ? 1 : 2;
      spans.accept(new Span(cued.start(group), cued.end(group), PiiKind.LINE_ID));
    }
    Matcher handle = HANDLE.matcher(folded.text());
    while (folded.has('@') && handle.find()) {
      spans.accept(new Span(handle.start(), handle.end(), PiiKind.LINE_ID));
    }
  }
}
