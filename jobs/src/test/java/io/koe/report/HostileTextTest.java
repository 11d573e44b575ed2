package io.koe.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.koe.report.data.IsoWeek;
import io.koe.report.language.Language;
import io.koe.report.page.PageAssets;
import io.koe.report.sections.Audience;
import io.koe.report.sections.Targets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What customers and labels say is printed, never obeyed. */
class HostileTextTest {
  private static final IsoWeek W40 = IsoWeek.parse("2026-W40");
  private static final Pattern TAG = Pattern.compile("<[a-zA-Z!/](?:\"[^\"]*\"|[^\">])*>");
  private static final Pattern UNESCAPED_LINK = Pattern.compile("(?<!\\\\)(\\[click|\\]\\()");

  static List<String> payloads() {
    return HostileText.PAYLOADS;
  }

  private static FixtureTables tables;
  private static List<String> harmlessTags;

  @BeforeAll
  static void renderHarmlessText() {
    tables = FixtureTables.tenWeeks();
    harmlessTags = tags(html(report("harmless")));
  }

  @AfterAll
  static void close() throws Exception {
    tables.close();
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void hostileTextAddsNoMarkup(String payload) {
    WeeklyReport report = report(payload);
    String html = html(report);
    assertEquals(harmlessTags, tags(html));
    assertFalse(html.contains("<script>alert"));
    String markdown = report.markdown(Audience.PM, Language.JA);
    assertFalse(markdown.contains("<"));
    assertFalse(UNESCAPED_LINK.matcher(markdown).find());
  }

  /** All pages of a language. */
  private static String html(WeeklyReport report) {
    return Arrays.stream(Audience.values())
        .map(audience -> report.html(audience, Language.JA))
        .collect(Collectors.joining());
  }

  private static WeeklyReport report(String text) {
    tables.run("begin");
    HostileText.put(tables, text);
    WeeklyReport report = WeeklyReport.read(tables, W40, Targets.NONE);
    // Queries are asked as pages are made, and once.
    html(report);
    tables.run("rollback");
    return report;
  }

  /** The page's tags, sorted as services are; attributes that carry text are emptied. */
  private static List<String> tags(String page) {
    // The library's own text holds no tags but looks like it.
    return TAG.matcher(page.replace(PageAssets.load().library(), ""))
        .results()
        .map(found -> found.group().replaceAll("(aria-label|value|placeholder|download|href|(data-[a-z]+))=\"[^\"]*\"", "$1"))
        .sorted()
        .toList();
  }
}
