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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What customers and labels say is printed, never obeyed. */
class HostileTextTest {
  private static final IsoWeek W40 = IsoWeek.parse("2026-W40");
  private static final Pattern TAG = Pattern.compile("<[a-zA-Z!/](?:\"[^\"]*\"|[^\">])*>");
  private static final Pattern UNESCAPED_LINK = Pattern.compile("(?<!\\\\)(\\[click|\\]\\()");

  private static FixtureTables tables;
  private static Set<String> harmlessTags;

  @BeforeAll
  static void renderHarmlessText() {
    tables = FixtureTables.tenWeeks();
    harmlessTags = tags(pages(() -> HostileText.put(tables, "harmless")));
  }

  @AfterAll
  static void close() throws Exception {
    tables.close();
  }

  /** Each row has another payload; beginning with several, most places meet most of them. */
  @ParameterizedTest
  @ValueSource(ints = {0, 9, 18, 27, 36})
  void hostileTextAddsNoMarkup(int first) {
    List<String> pages = pages(() -> HostileText.putAll(tables, first));
    Set<String> tags = tags(pages);
    tags.removeAll(harmlessTags);
    assertEquals(Set.of(), tags);
  }

  @Test
  void hostileTextStaysWordsInASummary() {
    tables.run("begin");
    HostileText.putAll(tables, 0);
    WeeklyReport report = WeeklyReport.read(tables, W40, Targets.NONE);
    for (Audience audience : Audience.values()) {
      String markdown = report.markdown(audience, Language.JA);
      assertFalse(markdown.contains("<"));
      assertFalse(UNESCAPED_LINK.matcher(markdown).find());
    }
    tables.run("rollback");
  }

  /** The pages of all audiences, while the tables hold what is put into them. */
  private static List<String> pages(Runnable put) {
    tables.run("begin");
    put.run();
    WeeklyReport report = WeeklyReport.read(tables, W40, Targets.NONE);
    List<String> pages =
        Stream.of(Audience.values()).map(one -> report.html(one, Language.JA)).toList();
    tables.run("rollback");
    return pages;
  }

  /** The pages' kinds of tags: names and the names of their attributes. */
  private static Set<String> tags(List<String> pages) {
    PageAssets assets = PageAssets.load();
    // The libraries' own text holds no tags but looks like it.
    return pages.stream()
        .map(page -> page.replace(assets.library(), "").replace(assets.charts(), ""))
        .map(page -> page.replace(assets.script(), ""))
        .flatMap(page -> TAG.matcher(page).results())
        .map(found -> found.group().replaceAll("=\"[^\"]*\"", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
