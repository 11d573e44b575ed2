package io.koe.text;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hostile texts cost time in proportion to their length. Measured in CPU time of this thread, so
 * that a busy machine changes nothing: four times the text may take nine times as long (a quadratic
 * rule takes sixteen). jobs/bench/MaskerAttacks.java measures the seconds.
 */
class MaskerCostTest {
  private static final int LENGTH = 8_000;
  private static final int TIMES = 4;
  private static final double MOST = 9;
  private static final double TOO_FAST_TO_TELL_NANOS = 2e7;

  private static final int WARM_UPS = 50;

  private final PiiMasker masker = new PiiMasker();

  /** Masking is a few milliseconds, and what Java takes to compile it would be told as masking. */
  @BeforeAll
  static void compile() {
    PiiMasker masker = new PiiMasker();
    String text =
        "1-".repeat(LENGTH / 4) + "山田 太郎様 a@example.jp 東京都渋谷区神南1-2-3、".repeat(LENGTH / 80);
    for (int i = 0; i < WARM_UPS; i++) {
      masker.mask(text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1-",
        "1:",
        "::",
        "a@",
        "@a.",
        "a",
        "1の2 ",
        "〇一",
        "(03)",
        "[080] ",
        "0、",
        "山田 太",
        "氏名：山",
        "さん",
        "です。",
        "パスワード=a",
        "口座番号 1",
        "銀行支",
        "東京都新宿区1-",
        "1丁目",
        "大字1",
        "ビル1",
        "https://a@",
        "a.jp/ア",
        "LINE ID a_",
        "LINE(",
        "会員番号 1-",
        "生年月日1",
        "TK123 ",
        "Sato Taro ",
        "1 ",
        "1.",
        "1,",
        "1の",
        "〇",
        "一",
        "@",
        "a.",
        "山",
        "山田 ",
        "たろう",
        "タロウ ",
        "<",
        "<NAME>",
        "http://",
        "https://a/",
        "口座",
        "口座1",
        "普通 ",
        "名義は",
        "様",
        "です",
        "東京都",
        "市",
        "区",
        "東京都渋谷区",
        "パスワード=",
        "生年月日",
        "LINE ID ",
        "(",
        "[at]",
        "ー",
        "\u200B",
        "\uD83D\uDC68\u200D",
        "ｶﾞ",
        "\u3099",
        "と申します",
        " ",
        "\n",
        "百",
        "1番"
      })
  void theTimeGrowsWithTheText(String piece) {
    double whole = nanos(piece, LENGTH * TIMES);
    double part = nanos(piece, LENGTH);
    assertTrue(
        whole < TOO_FAST_TO_TELL_NANOS || whole / part <= MOST,
        () ->
            part / 1e6 + " ms for a part, " + whole / 1e6 + " ms for " + TIMES + " times as much");
  }

  /**
   * The faster of two runs; the longer text is measured first, so that warming up hides nothing.
   */
  private double nanos(String piece, int length) {
    String text = piece.repeat(length / piece.length());
    return Math.min(nanos(text), nanos(text));
  }

  private double nanos(String text) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    masker.mask(text);
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
  }
}
