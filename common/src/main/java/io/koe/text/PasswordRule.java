package io.koe.text;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Passwords and one-time codes after a cue.
 *
 * <pre>
 * パスワードはabc12345、認証番号：1234、PIN 9876 → &lt;PASSWORD&gt;
 * </pre>
 *
 * Known weakness: a password of letters only is found only after a colon, an equals sign or a
 * bracket.
 */
final class PasswordRule implements PiiRule {
  private static final Cues CUES =
      new Cues(
          "パスワード",
          "ぱすわーど",
          "パスコード",
          "合言葉",
          "Password",
          "passwd",
          "pass",
          "Pass",
          "pw",
          "pin",
          "cvv",
          "cvc",
          "otp",
          "暗証番号",
          "認証番号",
          "認証コード",
          "確認コード",
          "確認番号",
          "認証キー",
          "セキュリティコード",
          "ワンタイムコード",
          "ワンタイムパスワード",
          "追加コード");
  private static final String LINK = "(?:[ :はが=「『(\\[]|として|\\n){0,4}";
  private static final Pattern SECRET =
      Pattern.compile(
          LINK
              + "([0-9](?:[ -]?[0-9]){2,9}+)(?![0-9A-Za-z]| ?(?:円|回|桁|文字|分|秒|時間|日|件|個|つ))"
              + "|"
              + LINK
              + "((?=[!-~]{0,40}?[0-9])(?=[!-~]{0,40}?[A-Za-z])[!-~]{4,64}+)"
              + "| ?(?:は|が)? ?[:=「『] ?([!-~]{4,64}+)");

  @Override
  public void find(FoldedText folded, Consumer<Span> spans) {
    CUES.followedBy(
        SECRET,
        folded.text(),
        found -> {
          int group = found.start(1) >= 0 ? 1 : found.start(2) >= 0 ? 2 : 3;
          spans.accept(new Span(found.start(group), found.end(group), PiiKind.PASSWORD));
        });
  }
}
