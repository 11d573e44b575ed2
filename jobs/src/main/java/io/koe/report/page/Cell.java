package io.koe.report.page;

/**
 * A cell of a table.
 *
 * @param text as printed
 * @param small a second line; may be empty
 * @param value the number behind it, to sort by and for the CSV; null for words
 * @param tone worse, better or even as a badge's colour; empty for plain text
 * @param trend a line instead of text; null for none
 * @param bar length of a bar below, 0 to 100; negative for none
 * @param href where it leads; empty for nowhere
 */
public record Cell(
    String text, String small, Double value, String tone, Sparkline trend, int bar, String href) {
  private static final int NO_BAR = -1;

  public static Cell of(String text) {
    return new Cell(text, "", null, "", null, NO_BAR, "");
  }

  /** A number; NaN has no value. */
  public static Cell of(String text, double value) {
    return new Cell(text, "", Double.isFinite(value) ? value : null, "", null, NO_BAR, "");
  }

  public static Cell badge(String text, String tone) {
    return new Cell(text, "", null, tone, null, NO_BAR, "");
  }

  public static Cell trend(Sparkline line) {
    return new Cell("", "", null, "", line, NO_BAR, "");
  }

  public Cell withSmall(String line) {
    return new Cell(text, line, value, tone, trend, bar, href);
  }

  public Cell withTone(String colour) {
    return new Cell(text, small, value, colour, trend, bar, href);
  }

  public Cell withBar(double share) {
    int length = Double.isFinite(share) ? (int) Math.round(100 * share) : 0;
    return new Cell(text, small, value, tone, trend, length, href);
  }

  public Cell withLink(String target) {
    return new Cell(text, small, value, tone, trend, bar, target);
  }
}
