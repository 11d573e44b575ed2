package io.koe.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import io.koe.report.data.IsoWeek;
import io.koe.report.data.ReportQueries;
import io.koe.report.data.ReportTables;
import io.koe.report.language.Language;
import io.koe.report.language.Wording;
import io.koe.report.page.Page;
import io.koe.report.page.PageAssets;
import io.koe.report.sections.Audience;
import io.koe.report.sections.Context;
import io.koe.report.sections.PageNames;
import io.koe.report.sections.Pages;
import io.koe.report.sections.Targets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * One week as self-contained pages, one an audience and language, from published tables alone. The
 * same tables give the same bytes: the pages know no clock.
 */
public final class WeeklyReport {
  private static final Audience FIRST = Audience.PM;

  private final IsoWeek week;
  private final PageAssets assets = PageAssets.load();
  private final Map<Language, Context> contexts = new EnumMap<>(Language.class);

  private WeeklyReport(ReportTables tables, IsoWeek week, Targets targets) {
    this.week = week;
    ReportQueries queries = new ReportQueries(tables, week);
    for (Language language : Language.values()) {
      contexts.put(language, Context.of(queries, Wording.of(language), targets));
    }
  }

  /**
   * Reads what the pages need. A table that is empty or not published leaves a note on a page.
   *
   * @param targets what the metrics are meant to reach
   */
  public static WeeklyReport read(ReportTables tables, IsoWeek week, Targets targets) {
    return new WeeklyReport(tables, week, targets);
  }

  /** A page as HTML: no outside request, no script built from data, readable with scripts off. */
  public String html(Audience audience, Language language) {
    return Templates.render("page.jte", page(audience, language));
  }

  /** One screen of Markdown for a chat. */
  public String markdown(Audience audience, Language language) {
    return MarkdownSummary.of(page(audience, language));
  }

  private Page page(Audience audience, Language language) {
    return Pages.of(contexts.get(language), audience, assets);
  }

  /**
   * Writes the week's folder, such as {@code 2026-W40/pm.ja.html} and {@code 2026-W40/pm.ja.md} for
   * each audience and language, and {@code index.html} of all weeks beside it, each file in one
   * step.
   *
   * @return the first page, that of product managers in Japanese
   */
  public Path write(Path folder) {
    ReportFolder reports = new ReportFolder(folder);
    for (Language language : Language.values()) {
      for (Audience audience : Audience.values()) {
        Page page = page(audience, language);
        reports.put(week, PageNames.page(audience, language), Templates.render("page.jte", page));
        if (audience != Audience.TOPICS) {
          reports.put(week, PageNames.summary(audience, language), MarkdownSummary.of(page));
        }
      }
    }
    reports.put("index.html", Templates.render("index.jte", reports.index(assets)));
    return reports.file(week, PageNames.page(FIRST, Language.JA));
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
