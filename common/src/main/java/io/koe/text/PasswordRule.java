package io.koe.text;

import java.util.function.Consumer;
import java.util.regex.Matcher;
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
  private static final String CUE =
      "(?:パスワード|ぱすわーど|パスコード|合言葉|password|passwd|(?<![A-Za-z])(?:pass|pw|pin|cvv|cvc|otp)(?![A-Za-z])|暗証番号|"
          + "認証番号|認証コード|確認コード|確認番号|認証キー|セキュリティコード|ワンタイムコード|追加コード)";
  private static final Pattern CODE =
      Pattern.compile(
          CUE
              + "(?:[ :はが=「『(\\[]|として|\\n){0,4}([0-9](?:[ -]?[0-9]){2,9}+)(?![0-9]| ?(?:円|回|桁|文字|分|秒|時間|日|件))",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TOKEN =
      Pattern.compile(
          CUE
              + "(?:[ :はが=「『(\\[]|として|\\n){0,4}((?=[!-~]{0,40}?[0-9])(?=[!-~]{0,40}?[A-Za-z])[!-~]{4,64}+)"
              + "|"
              + CUE
              + " ?(?:は|が)? ?[:=「『] ?([!-~]{4,64}+)",
          Pattern.CASE_INSENSITIVE);

  @Override
  public void find(FoldedText folded, Consumer<Span> spans) {
    Matcher code = CODE.matcher(folded.text());
    while (code.find()) {
      spans.accept(new Span(code.start(1), code.end(1), PiiKind.PASSWORD));
    }
    Matcher token = TOKEN.matcher(folded.text());
    while (token.find()) {
      int group = token.start(1) >= 0 ? 1 : 2;
      spans.accept(new Span(token.start(group), token.end(group), PiiKind.PASSWORD));
    }
  }
}
