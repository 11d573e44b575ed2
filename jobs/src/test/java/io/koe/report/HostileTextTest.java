package io.koe.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.koe.report.data.IsoWeek;
import io.koe.report.language.Language;
import io.koe.report.page.PageAssets;
import io.koe.report.sections.Audience;
import io.koe.report.sections.Targets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
  private static Set<String> harmlessTags;

  @BeforeAll
  static void renderHarmlessText() {
    tables = FixtureTables.tenWeeks();
    harmlessTags = new TreeSet<>();
    for (Audience audience : Audience.values()) {
      harmlessTags.addAll(tags(report("harmless", audience).html(audience, Language.JA)));
    }
  }

  @AfterAll
  static void close() throws Exception {
    tables.close();
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void hostileTextAddsNoMarkup(String payload) {
    List<Audience> all = List.of(Audience.values());
    Audience turn = all.get(payloads().indexOf(payload) % all.size());
    WeeklyReport report = report(payload, turn);
    Set<String> tags = tags(report.html(turn, Language.JA));
    tags.removeAll(harmlessTags);
    assertEquals(Set.of(), tags);
    String markdown = report.markdown(turn, Language.JA);
    assertFalse(markdown.contains("<"));
    assertFalse(UNESCAPED_LINK.matcher(markdown).find());
  }

  /** A report whose queries for an audience are asked while the tables hold the text. */
  private static WeeklyReport report(String text, Audience audience) {
    tables.run("begin");
    HostileText.put(tables, text);
    WeeklyReport report = WeeklyReport.read(tables, W40, Targets.NONE);
    report.markdown(audience, Language.JA);
    tables.run("rollback");
    return report;
  }

  /** The page's kinds of tags: names and the names of their attributes. */
  private static Set<String> tags(String page) {
    PageAssets assets = PageAssets.load();
    // The libraries' own text holds no tags but looks like it.
    String own = page.replace(assets.library(), "").replace(assets.charts(), "");
    return TAG.matcher(own.replace(assets.script(), ""))
        .results()
        .map(found -> found.group().replaceAll("=\"[^\"]*\"", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
