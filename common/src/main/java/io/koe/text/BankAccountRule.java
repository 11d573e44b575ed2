package io.koe.text;

import java.util.function.Consumer;
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
  private static final Cues ACCOUNT_CUES =
      new Cues(
          "口座番号", "口座の番号", "口座No", "口座", "店番", "店番号", "店舗番号", "支店番号", "支店コード", "店コード", "記号", "普通",
          "普通預金", "普通口座", "当座", "当座預金", "当座口座", "貯蓄", "貯蓄預金", "定期預金");
  private static final Pattern ACCOUNT =
      Pattern.compile(
          "(?:[ :は\\-.=(]|番号|が){0,4}([0-9](?:[ -]?[0-9]){2,9}+)"
              + "(?![0-9]|[,.][0-9]| ?(?:円|万|ポイント|%)|[件回個年月日時])");
  private static final Cues BANKS = new Cues("銀行", "信用金庫", "信金", "金庫", "農協", "バンク", "ゆうちょ");
  private static final Pattern BRANCH =
      Pattern.compile("[ の]?([^ 0-9\\n、。\\uE000]{1,12}?(?:支店|本店|出張所))[^0-9\\n]{0,8}?[0-9\\uE000]");

  @Override
  public void find(FoldedText folded, Consumer<Span> spans) {
    if (folded.digits() < 3) {
      return;
    }
    Cues.Sink sink =
        found -> spans.accept(new Span(found.start(1), found.end(1), PiiKind.BANK_ACCOUNT));
    ACCOUNT_CUES.followedBy(ACCOUNT, folded, sink);
    BANKS.followedBy(BRANCH, folded, sink);
  }
}
