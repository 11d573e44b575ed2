package io.koe.report.page;

import java.util.List;

/**
 * Topics as bubbles: like topics are near, size is contacts, colour is their change. Drawn without
 * scripts in a box of 1000 × 640, with the meaning of sizes in a strip of 60 below.
 *
 * @param title what it shows
 * @param alternative the map in words
 * @param bubbles largest first
 * @param themes names of the groups, where they stand
 * @param sizes examples of what areas stand for, small ones first
 * @param legend meaning of the colours, most growth first
 * @param table every value drawn
 */
public record TopicMap(
    String title,
    String alternative,
    List<Bubble> bubbles,
    List<Theme> themes,
    List<Size> sizes,
    List<Tone> legend,
    DataTable table)
    implements Block {
  public static final double WIDTH = 1000;
  public static final double HEIGHT = 640;

  /**
   * A topic.
   *
   * @param href to its history
   * @param hover its values, a line each
   * @param tone of its change: worse2, worse, even, better or better2
   * @param lines its name inside the bubble; empty where there is no room
   */
  public record Bubble(
      String href,
      String hover,
      String tone,
      String x,
      String y,
      String radius,
      List<Line> lines,
      Keys keys) {}

  /** A line of a name at its height. */
  public record Line(String text, String x, String y, String size) {}

  /** The name of a group. */
  public record Theme(String name, String x, String y) {}

  /** A bubble's radius and its meaning. */
  public record Size(String radius, String meaning) {}

  /** A colour and its meaning. */
  public record Tone(String tone, String meaning) {}
}
