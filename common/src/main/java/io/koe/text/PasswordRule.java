package io.koe.text;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Passwords and one-time codes after a cue.
 *
 * <pre>
 * パスワードはabc12345、パスワードをmomotaroに変えた、認証番号：1234、PIN 9876 → &lt;PASSWORD&gt;
 * パスワードは8文字以上、認証コードが10分届かない → unchanged
 * </pre>
 *
 * Known weakness: passwords in Japanese letters; a password of letters alone is found only where
 * the sentence goes on as after a name.
 */
final class PasswordRule implements PiiRule {
  private static final Cues CUES =
      new Cues(
          "パスワード",
          "ぱすわーど",
          "パスコード",
          "パスフレーズ",
          "合言葉",
          "Password",
          "passwd",
          "passcode",
          "pass",
          "Pass",
          "pw",
          "pin",
          "PINコード",
          "PIN番号",
          "cvv",
          "cvc",
          "otp",
          "暗証番号",
          "暗証",
          "認証番号",
          "認証の番号",
          "認証コード",
          "認証のコード",
          "確認コード",
          "確認番号",
          "認証キー",
          "セキュリティコード",
          "セキュリティーコード",
          "セキュリティ番号",
          "ワンタイムコード",
          "ワンタイムパスワード",
          "ワンタイムパス",
          "追加コード",
          "SMSコード",
          "秘密の答え");

  /** パス alone begins many words; something must stand between it and the secret. */
  private static final Cues SHORT_CUES = new Cues("パス");

  private static final String VERB = "(?:変えて|変更して|設定して|戻して)?+";
  private static final String LINK = "(?:[ :はがを、=→「『【(\\[\"]|として|\\n){0,4}+" + VERB + "[「『(\"]?+";
  private static final String NO_COUNT =
      "(?![0-9A-Za-z]| ?(?:円|回|桁|文字|分|秒|時間|日|件|個|つ|通|枚|種|名|月|年))";
  private static final String SECRET =
      "([0-9](?:[ -]?[0-9]){2,9}+|(?=[〇零]{0,9}+[一二三四五六七八九])[〇零一二三四五六七八九]{4,10}+(?![一-鿿]))"
          + NO_COUNT
          + "|"
          + LINK
          + "((?=[!-~]{0,40}?[0-9!-/:-@\\[-`{-~])(?=[!-~]{0,40}?[A-Za-z])[!-~]{4,64}+)"
          + "|"
          + LINK
          + "([A-Za-z]{4,64}+)(?=[」』)\\]\"、。!,\\n]| ?(?:です|でし|だ|に|と|で|が|を|なの|な|じゃ|$))"
          + "|(?: ?は| ?が)? ?(?:[:=「『] ?([!-~]{4,64}+)|\\(([!-'*-~]{4,64}+)\\))";

  /** Words of the same sentences that are no secrets. */
  private static final Pattern NO_SECRET =
      Pattern.compile(
          "(?:pop3?|imap4?|smtp|i\\.?d\\.?|line|(?:au|apple|google) ?id|google|amazon|wi-?fi|sim|iphone\\d*|ipad|android)(?![A-Za-z0-9]).*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern AFTER_CUE = Pattern.compile(LINK + SECRET);
  private static final Pattern AFTER_SHORT_CUE =
      Pattern.compile("(?=[ :はがを=→「『(])(?:" + LINK + SECRET + ")");

  @Override
  public void find(FoldedText folded, Consumer<Span> spans) {
    CUES.followedBy(AFTER_CUE, folded, found -> accept(found, spans));
    SHORT_CUES.followedBy(AFTER_SHORT_CUE, folded, found -> accept(found, spans));
  }

  private static void accept(Matcher found, Consumer<Span> spans) {
    int group = 1;
    while (found.start(group) < 0) {
      group++;
    }
    if (!NO_SECRET.matcher(found.group(group)).matches()) {
      spans.accept(new Span(found.start(group), found.end(group), PiiKind.PASSWORD));
    }
  }
}
