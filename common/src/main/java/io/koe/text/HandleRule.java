package io.koe.text;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ids on LINE and social networks, after a cue or an at sign.
 *
 * <pre>
 * LINE IDはtaro_123、インスタ：@hanako.y、Twitter(taro99)、@taro_yamada → &lt;LINE_ID&gt;
 * LINE Payが使えない、X JAPANのCD → unchanged
 * </pre>
 *
 * Known weakness: ids in Japanese letters; an id of letters alone is found only after ID, a colon,
 * an arrow or a bracket.
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
          "Kakao",
          "Skype",
          "スカイプ",
          "Discord",
          "ディスコード",
          "TikTok",
          "Facebook",
          "フェイスブック",
          "Telegram",
          "テレグラム",
          "WeChat",
          "Threads",
          "SNS");

  /** A letter that means much else: only ID, an account or an at sign make it the network. */
  private static final Cues X = new Cues("X");

  private static final String OPEN = "[:=→「『(\\[{<\"]";
  private static final String NAMED = "(?:ID|id|Id|アイディー|アイディ|アカウント名|アカウント|アカ|垢|ユーザー名|ユーザーネーム|追加)";
  private static final String ASIDE = "(?: ?\\([^)\\n]{0,12}\\))?";
  private static final String EXPLICIT =
      ASIDE
          + " ?の? ?(?:"
          + NAMED
          + ASIDE
          + "(?:[ はが]|"
          + OPEN
          + "){0,4}+|"
          + "(?:"
          + OPEN
          + " ?){1,3}+|は ?(?=@))";
  private static final String NAMED_EXPLICIT =
      ASIDE + " ?の? ?(?:" + NAMED + ASIDE + "(?:[ はが]|" + OPEN + "){0,4}+|[ :は]{1,3}+(?=@))";
  private static final String ID = "@?[A-Za-z0-9_][A-Za-z0-9_.\\-]{2,40}+";
  private static final String UNLIKE_A_WORD =
      "(?=[A-Za-z.\\-]{0,30}+[0-9_]|[A-Za-z]{2,30}+[.\\-][A-Za-z])";
  private static final Pattern AFTER_CUE =
      Pattern.compile(
          EXPLICIT
              + "((?=[0-9_.@\\-]{0,20}+[A-Za-z])"
              + ID
              + ")|"
              + "(?:(?:"
              + ASIDE
              + ")(?:[ :はが、@]|"
              + OPEN
              + "){1,4}+| ?\\([^)\\n]{0,12}\\) ?)("
              + UNLIKE_A_WORD
              + "[A-Za-z_][A-Za-z0-9_.\\-]{2,40}+)");

  /** インスタのDMで taro_99 から: a few words on, only what no word looks like. */
  private static final Pattern FURTHER_ON =
      Pattern.compile(
          "(?:[^A-Za-z0-9\\n。@]|ID|DM){1,9}+("
              + "(?=[A-Za-z0-9.-]{0,30}+_|[a-z.-]{4,30}+[0-9])[A-Za-z_][A-Za-z0-9_.\\-]{4,40}+)");

  private static final Pattern AFTER_X =
      Pattern.compile(NAMED_EXPLICIT + "((?=[0-9_.@\\-]{0,20}+[A-Za-z])" + ID + ")");
  private static final Pattern HANDLE =
      Pattern.compile(
          "(?<![A-Za-z0-9._%+\\-@])@(?=[0-9_.]{0,30}+[A-Za-z])(?![0-9]+\\.)[A-Za-z0-9_][A-Za-z0-9_.]{2,30}+");
  private static final Pattern NO_HANDLE =
      Pattern.compile(
          "@?(?:(?i:.*\\.(?:jp|com|net|org|es)|yahoo|ybb|gmail|google|ezweb|docomo|i?softbank|icloud|hotmail|outlook"
              + "|(?:iphone|ipad|ipod|android|windows|galaxy|xperia|pop|smtp|imap|ver|ios|ps)[0-9._-]*)"
              + "|[A-Z]{1,3}-?[A-Z]?[0-9]{1,4}[A-Z]{0,3})");

  @Override
  public void find(FoldedText folded, Consumer<Span> spans) {
    String text = folded.text();
    CUES.followedBy(
        AFTER_CUE, folded, found -> accept(text, found, found.start(1) >= 0 ? 1 : 2, spans));
    CUES.followedBy(FURTHER_ON, folded, found -> accept(text, found, 1, spans));
    X.followedBy(AFTER_X, folded, found -> accept(text, found, 1, spans));
    Matcher handle = HANDLE.matcher(text);
    while (folded.has('@') && handle.find()) {
      accept(text, handle, 0, spans);
    }
  }

  private static void accept(String text, Matcher found, int group, Consumer<Span> spans) {
    int start = found.start(group);
    int end = found.end(group);
    if (!NO_HANDLE.matcher(found.group(group)).matches() && isHandle(text, start, end)) {
      spans.accept(new Span(start, end, PiiKind.LINE_ID));
    }
  }

  /** Not the first of a list, LINE(Skype や…), nor an abbreviation, SNS(DM). */
  private static boolean isHandle(String text, int start, int end) {
    boolean word = Script.endOf(text, start, end - start) == end;
    boolean listed = end < text.length() && "や、・/".indexOf(text.charAt(end)) >= 0;
    boolean capitals =
        end - start <= 5 && text.substring(start, end).chars().noneMatch(Character::isLowerCase);
    return !word || !(listed || capitals);
  }
}
