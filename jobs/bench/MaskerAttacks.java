import io.koe.text.PiiMasker;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * How long the masker takes for texts written to stall it.
 *
 * <p>Usage: {@code java -Xmx4g -cp 'jobs/target/lib/*' jobs/bench/MaskerAttacks.java [MEGABYTES]}
 * (10). Prints for each attack the CPU seconds for half the size and for the whole, and their ratio:
 * 2 when the time is linear in the text. Nothing is asserted; {@code MaskerCostTest} holds the ratio.
 */
final class MaskerAttacks {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final List<String> PIECES =
      List.of(
          "1-",
          ":",
          "1:",
          "a",
          "a@",
          "a.",
          "@a.",
          "1の2 ",
          "〇一",
          "(03)",
          "山田 太",
          "氏名：山",
          "さん",
          "と申します",
          "です。",
          "パスワード=a",
          "口座番号 1",
          "銀行支",
          "東京都新宿区1-",
          "1丁目",
          "ビル1",
          "https://a@",
          "www.a/",
          "LINE ID a_",
          "生年月日1",
          "<NAME><",
          "\u3099ｶ\u200B",
          "Sato Taro ");

  public static void main(String[] arguments) {
    int bytes = (arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10) * 1_000_000;
    PiiMasker masker = new PiiMasker();
    for (String piece : PIECES) {
      seconds(masker, piece, 200_000);
    }
    double slowest = 0;
    double steepest = 0;
    for (String piece : PIECES) {
      double half = seconds(masker, piece, bytes / 2);
      double whole = seconds(masker, piece, bytes);
      slowest = Math.max(slowest, whole);
      steepest = Math.max(steepest, whole / half);
      System.out.printf(
          Locale.ROOT,
          "%-16s %6.2f s %6.2f s  ratio %.2f%n",
          piece.replace("\n", "\\n"),
          half,
          whole,
          whole / half);
    }
    System.out.printf(
        Locale.ROOT, "%d attacks: slowest %.2f s, ratio at most %.2f%n", PIECES.size(), slowest, steepest);
  }

  private static double seconds(PiiMasker masker, String piece, int bytes) {
    String text = piece.repeat(bytes / piece.getBytes(StandardCharsets.UTF_8).length);
    System.gc();
    long start = THREADS.getCurrentThreadCpuTime();
    masker.mask(text);
    return (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
  }
}
