package io.koe.report.language;

import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * Numbers as a business reader of the language expects them. NaN is a dash: not known, never zero.
 */
public final class Numbers {
  private static final double MULTIPLE = 3;

  /** Of a number near zero. */
  private static final int MOST_DECIMALS = 6;

  private final boolean isJapanese;

  Numbers(Language language) {
    this.isJapanese = language == Language.JA;
  }

  /** What is printed for a value that isn't known. */
  public String none() {
    return isJapanese ? "－" : "–";
  }

  /** 12034 → {@code 12,034}. */
  public String count(double value) {
    return format("%,.0f", value);
  }

  /**
   * 12034 → {@code 1.2万} or {@code 12.0k}; 9876 → {@code 9,876} in Japanese, as it is below 10,000.
   */
  public String shortCount(double value) {
    return isJapanese
        ? scaled(value, 99_950_000, 1e8, "億", 10_000, 1e4, "万")
        : scaled(value, 999_950, 1e6, "M", 10_000, 1e3, "k");
  }

  private String scaled(
      double value, double from, double by, String unit, double next, double nextBy, String small) {
    double size = Math.abs(value);
    if (size >= from) {
      return format("%,.1f" + unit, value / by);
    }
    return size >= next ? format("%,.1f" + small, value / nextBy) : count(value);
  }

  /** 0.7213 → {@code 72.1%}. */
  public String percent(double rate) {
    return format("%.1f%%", rate * 100);
  }

  /** A small share, 0.00418 → {@code 0.42%}. */
  public String finePercent(double rate) {
    return format("%.2f%%", rate * 100);
  }

  /** 0.70, 0.74 → {@code 70.0〜74.0%}, {@code 70.0–74.0%}. */
  public String percentRange(double low, double high) {
    return Double.isNaN(low) || Double.isNaN(high)
        ? none()
        : format("%.1f" + dash(), low * 100) + percent(high);
  }

  /** Two values with the same format: {@code 1.2〜1.4}. */
  public String range(double low, double high, DoubleFunction<String> format) {
    return Double.isNaN(low) || Double.isNaN(high)
        ? none()
        : format.apply(low) + dash() + format.apply(high);
  }

  /** 312 → {@code +312}; -5 → {@code −5}; 0 → {@code ±0}. */
  public String signed(double value) {
    return sign(value, 0.5) + format("%,.0f", Math.abs(value));
  }

  /** 3.14 → {@code +3.1}. */
  public String signedTenth(double value) {
    return sign(value, 0.05) + format("%,.1f", Math.abs(value));
  }

  /** 0.083 → {@code +8.3%}. */
  public String signedPercent(double ratio) {
    return sign(ratio, 0.0005) + percent(Math.abs(ratio));
  }

  /** A difference of two rates, 0.012 → {@code +1.2pt}. */
  public String points(double difference) {
    return sign(difference, 0.0005)
        + format(isJapanese ? "%.1fpt" : "%.1f pt", Math.abs(difference) * 100);
  }

  /** 3.42 → {@code 3.4時間}, {@code 3.4 h}; 0.7 → {@code 42分}, {@code 42 min}. */
  public String hours(double hours) {
    return Math.abs(hours) < 1
        ? format(isJapanese ? "%.0f分" : "%.0f min", hours * 60)
        : format(isJapanese ? "%.1f時間" : "%.1f h", hours);
  }

  /** A difference of two times: {@code +1.2時間}. */
  public String signedHours(double hours) {
    return sign(hours, 1 / 120.0) + hours(Math.abs(hours));
  }

  /** 4.213 → {@code 4.21}; a small number keeps two digits that count: 0.00283 → {@code 0.0028}. */
  public String decimal(double value) {
    double size = Math.abs(value);
    boolean isSmall = size > 0 && size < 0.1;
    int decimals = isSmall ? Math.min(1 - (int) Math.floor(Math.log10(size)), MOST_DECIMALS) : 2;
    return format("%." + decimals + "f", value);
  }

  /**
   * A ratio to what was expected: 1.083 → {@code +8.3%}; from 3 on {@code 3.10倍}, {@code 3.10×}.
   */
  public String ratio(double ratio) {
    return Double.isNaN(ratio) || ratio < MULTIPLE
        ? signedPercent(ratio - 1)
        : decimal(ratio) + (isJapanese ? "倍" : "×");
  }

  private String dash() {
    return isJapanese ? "〜" : "–";
  }

  private static String sign(double value, double zeroBelow) {
    if (Double.isNaN(value)) {
      return "";
    }
    return Math.abs(value) < zeroBelow ? "±" : value > 0 ? "+" : "−";
  }

  private String format(String pattern, double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, pattern, value) : none();
  }
}
