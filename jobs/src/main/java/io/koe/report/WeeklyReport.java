package io.koe.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.nio.file.Path;

/**
 * One week on one self-contained page in Japanese, from published tables alone. The same tables
 * give the same bytes: the page knows no clock.
 */
public final class WeeklyReport {
  private final WeekPage page;

  private WeeklyReport(WeekPage page) {
    this.page = page;
  }

  /**
   * Reads what the page needs. A table that is empty or not published leaves a note on the page.
   */
  public static WeeklyReport read(ReportTables tables, IsoWeek week) {
    return new WeeklyReport(WeekPage.read(tables, week));
  }

  /** The page as HTML. */
  public static String render(ReportTables tables, IsoWeek week) {
    return read(tables, week).html();
  }

  /** The page: no outside request, no script built from data, readable with scripts off. */
  public String html() {
    return Templates.render("week.jte", page);
  }

  /** One screen of Markdown for a chat. */
  public String markdown() {
    return MarkdownSummary.of(page);
  }

  /**
   * Writes {@code voc-2026-W40.html}, its Markdown summary and the index of all weeks in the
   * folder, each in one step.
   *
   * @return the page
   */
  public Path write(Path folder) {
    ReportFolder reports = new ReportFolder(folder);
    String name = "voc-" + page.masthead().week();
    Path file = reports.put(name + ".html", html());
    reports.put(name + ".md", markdown());
    reports.put("index.html", Templates.render("index.jte", reports.index(page.assets())));
    return file;
  }

  /** The templates, compiled with the code. */
  private static final class Templates {
    private static final TemplateEngine ENGINE =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, WeeklyReport.class.getClassLoader(), "io.koe.report");

    static String render(String template, Object model) {
      TemplateOutput output = new StringOutput();
      ENGINE.render(template, model, output);
      return output.toString();
    }
  }
}
