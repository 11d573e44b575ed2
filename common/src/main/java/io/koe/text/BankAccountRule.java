package io.koe.text;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bank accounts beside a cue, with branch and branch number; the bank's name stays.
 *
 * <pre>
 * みずほ銀行渋谷支店 普通 1234567 → みずほ銀行&lt;BANK_ACCOUNT&gt;
 * 記号12345 番号1234567 → 記号&lt;BANK_ACCOUNT&gt; 番号&lt;BANK_ACCOUNT&gt;
 * </pre>
 *
 * Known weakness: a branch named without the word 支店, 本店 or 出張所 stays.
 */
final class BankAccountRule implements PiiRule {
  private static final String KIND = "(?:普通|当座|貯蓄|定期)(?:預金|口座)?";
  private static final String LINK = "[^0-9\\n]{0,8}?";
  private static final Pattern ACCOUNT =
      Pattern.compile(
          "(?:口座番号|口座の番号|口座No\\.?|口座|店番号?|店舗番号|支店番号|支店コード|店コード|記号|"
              + KIND
              + ")"
              + "(?:[ :は\\-.=(]|番号|が){0,4}([0-9](?:[ -]?[0-9]){2,9}+)(?![0-9]|[,.][0-9]| ?(?:円|万|ポイント|件|人|個|回|年|月|日|%))");
  private static final Pattern BRANCH =
      Pattern.compile(
          "(?<=銀行|信用金庫|信金|金庫|農協|バンク|ゆうちょ)[ の]?([^ 0-9\\n、。\\uE000]{1,12}?(?:支店|本店|出張所))"
              + LINK
              + "[0-9]");

  @Override
  public void find(FoldedText folded, Consumer<Span> spans) {
    if (folded.digits() < 3) {
      return;
    }
    accept(ACCOUNT.matcher(folded.text()), spans);
    accept(BRANCH.matcher(folded.text()), spans);
  }

  private static void accept(Matcher matcher, Consumer<Span> spans) {
    while (matcher.find()) {
      spans.accept(new Span(matcher.start(1), matcher.end(1), PiiKind.BANK_ACCOUNT));
    }
  }
}
