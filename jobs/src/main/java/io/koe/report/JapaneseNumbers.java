package io.koe.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Numbers as a Japanese business reader expects them. NaN is {@code －}: not known, never zero. */
final class JapaneseNumbers {
  static final String NONE = "－";

  private JapaneseNumbers() {}

  /** 12034 → {@code 12,034}. */
  static String count(double value) {
    return format("%,.0f", value);
  }

  /** 12034 → {@code 1.2万}; 9876 → {@code 9,876}; 123456789 → {@code 1.2億}. */
  static String shortCount(double value) {
    double size = Math.abs(value);
    if (size >= 99_950_000) {
      return format("%,.1f億", value / 100_000_000);
    }
    return size >= 10_000 ? format("%,.1f万", value / 10_000) : count(value);
  }

  /** 0.7213 → {@code 72.1%}. */
  static String percent(double rate) {
    return format("%.1f%%", rate * 100);
  }

  /** 0.70, 0.74 → {@code 70.0〜74.0%}. */
  static String percentRange(double low, double high) {
    return Double.isNaN(low) || Double.isNaN(high)
        ? NONE
        : format("%.1f〜", low * 100) + percent(high);
  }

  /** 312 → {@code +312}; -5 → {@code −5}; 0 → {@code ±0}. */
  static String signed(double value) {
    return sign(value, 0.5) + format("%,.0f", Math.abs(value));
  }

  /** 0.083 → {@code +8.3%}. */
  static String signedPercent(double ratio) {
    return sign(ratio, 0.0005) + percent(Math.abs(ratio));
  }

  /** A difference of two rates, 0.012 → {@code +1.2pt}. */
  static String points(double difference) {
    return sign(difference, 0.0005) + format("%.1fpt", Math.abs(difference) * 100);
  }

  /** 3.42 → {@code 3.4時間}; 0.7 → {@code 42分}. */
  static String hours(double hours) {
    return Math.abs(hours) < 1 ? format("%.0f分", hours * 60) : format("%.1f時間", hours);
  }

  /** 4.213 → {@code 4.21}. */
  static String decimal(double value) {
    return format("%.2f", value);
  }

  /** p values: 0.0000003 → {@code <0.001}. */
  static String probability(double value) {
    return value < 0.001 ? "<0.001" : format("%.3f", value);
  }

  /** Rounds parts to whole numbers that add up to the whole total: largest remainders first. */
  static double[] roundedToSum(double[] parts, double total) {
    double[] rounded = Arrays.stream(parts).map(Math::floor).toArray();
    List<Integer> byRemainder =
        IntStream.range(0, parts.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> Math.floor(parts[i]) - parts[i]))
            .toList();
    double left = total - Arrays.stream(rounded).sum();
    for (int i = 0; left != 0 && parts.length > 0; i++) {
      rounded[byRemainder.get(i % parts.length)] += Math.signum(left);
      left -= Math.signum(left);
    }
    return rounded;
  }

  private static String sign(double value, double zeroBelow) {
    if (Double.isNaN(value)) {
      return "";
    }
    return Math.abs(value) < zeroBelow ? "±" : value > 0 ? "+" : "−";
  }

  private static String format(String pattern, double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, pattern, value) : NONE;
  }
}
