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
  private static final Cues CUES =
      new Cues(
          "LINE",
          "LINEID",
          "Line",
          "ライン",
          "インスタグラム",
          "インスタ",
          "Instagram",
          "Twitter",
          "ツイッター",
          "カカオトーク",
          "カカオ",
          "Skype",
          "スカイプ",
          "Discord",
          "TikTok",
          "Facebook",
          "X");
  private static final String ID = "(@?[A-Za-z0-9][A-Za-z0-9_.\\-]{2,40}+)";
  private static final Pattern AFTER_CUE =
      Pattern.compile(
          " ?の? ?(?:(?:ID|id|Id|アイディー|アイディ|アカウント|垢|ユーザー名)(?:[ :は=「『(]|が){0,4}|[:=] ?|は ?(?=@))"
              + ID);
  private static final Pattern HANDLE =
      Pattern.compile(
          "(?<![A-Za-z0-9._%+\\-@])@(?=[0-9_.]{0,30}+[A-Za-z])[A-Za-z0-9_][A-Za-z0-9_.]{2,30}+");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "@(?:.*\\.(?:jp|com|net|org)|yahoo|ybb|gmail|google|ezweb|docomo|softbank|icloud|hotmail|outlook)",
          Pattern.CASE_INSENSITIVE);

  @Override
  public void find(FoldedText folded, Consumer<Span> spans) {
    CUES.followedBy(AFTER_CUE, folded.text(), found -> accept(found, 1, spans));
    Matcher handle = HANDLE.matcher(folded.text());
    while (folded.has('@') && handle.find()) {
      if (!DOMAIN.matcher(handle.group()).matches()) {
        accept(handle, 0, spans);
      }
    }
  }

  private static void accept(Matcher found, int group, Consumer<Span> spans) {
    spans.accept(new Span(found.start(group), found.end(group), PiiKind.LINE_ID));
  }
}
