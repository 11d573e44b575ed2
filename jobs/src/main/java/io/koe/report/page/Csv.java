package io.koe.report.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** CSV (RFC 4180) that a spreadsheet opens as it is meant: as UTF-8, and no words as a formula. */
final class Csv {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  // As OWASP lists them, with the full-width forms that Japanese spreadsheets take for the same.
  private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@\\t\\r\\n＝＋－＠|]");

  private Csv() {}

  static String of(List<List<String>> lines) {
    return lines.stream()
        .map(line -> line.stream().map(Csv::quoted).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\r\n", BYTE_ORDER_MARK, "\r\n"));
  }

  /** {@code =1+1} → {@code '=1+1}. */
  static String words(String text) {
    boolean isFormula = text.length() > 1 && FORMULA.matcher(text).find();
    return isFormula ? "'" + text : text;
  }

  /** 0.25 → {@code 0.25}, 1.2E7 → {@code 12000000}. */
  static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static String quoted(String field) {
    return field.matches("(?s).*[\",\\r\\n].*") ? '"' + field.replace("\"", "\"\"") + '"' : field;
  }
}
