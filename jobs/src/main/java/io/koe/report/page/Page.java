package io.koe.report.page;

import io.koe.report.language.Wording;
import java.util.List;
import java.util.Map;

/**
 * A page, ready to be laid out.
 *
 * @param title of the window
 * @param links to the other pages
 * @param services those a reader can choose, id and name; none hides the filter
 * @param platforms likewise
 * @param hasCharts whether it needs the charts library
 */
public record Page(
    Wording wording,
    PageAssets assets,
    String title,
    Masthead masthead,
    List<Link> links,
    List<Choice> services,
    List<Choice> platforms,
    List<Section> sections,
    boolean hasCharts) {

  /**
   * Another page.
   *
   * @param isHere whether it is this very page
   * @param language of the page it leads to
   */
  public record Link(String name, String file, boolean isHere, String language) {}

  /** What a filter can be set to. */
  public record Choice(String id, String name) {}

  /** Words the scripts draw with, safe inside a script element. */
  public String words() {
    return ScriptJson.write(
        Map.of(
            "language", wording.language().code(),
            "preliminary", wording.say("preliminary"),
            "open", wording.say("not.final"),
            "total", wording.say("total"),
            "bounds", wording.say("bounds"),
            "estimate", wording.say("estimate"),
            "target", wording.say("target"),
            "whole", wording.say("filter.whole"),
            "none", wording.numbers().none()));
  }
}
