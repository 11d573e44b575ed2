package io.koe.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeeklyReportTest {
  private static final IsoWeek W40 = IsoWeek.parse("2026-W40");

  private static FixtureTables tables;

  @BeforeAll
  static void tenWeeks() {
    tables = FixtureTables.tenWeeks();
  }

  @AfterAll
  static void close() throws Exception {
    tables.close();
  }

  @BeforeEach
  void begin() {
    tables.run("begin");
  }

  @AfterEach
  void undoChanges() {
    tables.run("rollback");
  }

  @Test
  void figuresOnThePageAreThoseOfTheTables() {
    String page = WeeklyReport.render(tables, W40);
    String contacts =
        single(
            "select value from metrics_weekly where metric_id = 'contacts' and service = 'all'"
                + " and iso_week = '2026-W40'");
    String driver =
        single(
            "select contacts from contact_drivers_weekly where iso_week = '2026-W40'"
                + " and service = 'all' and topic_id = 't000000019v'");
    String figure = JapaneseNumbers.count(Double.parseDouble(contacts));
    assertTrue(page.contains("<p class=\"figure\">1.2万<small>件</small></p>"));
    assertTrue(page.contains("正確な件数 " + figure + "件"));
    assertTrue(page.contains("<td class=\"number strong\">" + driver + "</td>"));
    assertTrue(page.contains("2026年9月28日（月）〜10月4日（日）"));
  }

  @Test
  void effectsOfTheWaterfallAddUpAsPrinted() throws Exception {
    JsonNode chart = chart(WeeklyReport.render(tables, W40), "change-waterfall");
    List<String> labels =
        Stream.iterate(0, i -> i + 1)
            .limit(6)
            .map(i -> chart.get("labels").get(i).asText())
            .toList();
    int before = whole(labels.get(0));
    int effects = labels.subList(1, 5).stream().mapToInt(WeeklyReportTest::whole).sum();
    assertEquals(whole(labels.get(5)), before + effects);
  }

  @Test
  void aWeekThatMayChangeIsMarkedAndShowsItsBounds() throws Exception {
    String page = WeeklyReport.render(tables, W40);
    JsonNode chart = chart(page, "durable-resolution-rate");
    assertTrue(chart.get("provisional").get(9).asBoolean());
    assertFalse(chart.get("provisional").get(7).asBoolean());
    assertTrue(page.contains("解決率 <span class=\"tag\">未確定</span>"));
    assertTrue(page.contains("下限〜上限 59."));
    assertTrue(page.contains("確定済みの最新 W38"));
  }

  @Test
  void suppressedCellsAreNotPrintedButCountInTotals() {
    tables.run(
        "update contact_drivers_weekly set is_suppressed = true, contacts = 98765"
            + " where topic_id = 't000000004d'");
    tables.run(
        "update volume_changes_weekly set is_suppressed = true where segment = 't000000004d'");
    String page = WeeklyReport.render(tables, W40);
    assertTrue(page.contains("－（少数のため非表示）"));
    assertFalse(page.contains("98,765") || page.contains("98765"));
    assertFalse(chartJson(page, "change-topics").contains("本人確認"));
  }

  @Test
  void gapsOfTheFaqComeMostContactsFirstAndNameTheArticleOrItsAbsence() {
    String page = WeeklyReport.render(tables, W40);
    String section = page.substring(page.indexOf("<section id=\"faq\">"));
    section = section.substring(0, section.indexOf("</section>"));
    assertEquals(
        List.of(
            "アプリ更新後 購入ボタン 押せない 画面 白い|記事なし|640|－",
            "本人確認 書類 再提出 審査|記事なし（近い記事：本人確認の書類）|310|－",
            "発送通知が届かない 商品 追跡|商品が発送されないとき|188|203",
            "クーポン 適用されない 期間限定|h-coupon|41|44"),
        Pattern.compile("<tr><th scope=\"row\">(.*?)</th>(.*?)</tr>")
            .matcher(section)
            .results()
            .map(row -> row.group(1) + row.group(2).replaceAll("(<[^>]*>)+", "|"))
            .map(row -> row.replaceAll("\\|$", ""))
            .toList());
  }

  @Test
  void everyTableMayBeEmpty() {
    tables.names().forEach(name -> tables.run("delete from " + name));
    String page = WeeklyReport.render(tables, W40);
    assertTrue(page.contains("この週のデータはまだ公開されていません。"));
    assertTrue(page.contains("この週の問い合わせはありません。"));
    assertFalse(page.contains("NaN") && stripped(page).contains("NaN"));
  }

  @Test
  void everyTableMayBeMissing() throws Exception {
    try (FixtureTables none = FixtureTables.none()) {
      String page = WeeklyReport.render(none, W40);
      assertTrue(page.contains("表「contact_drivers_weekly」が公開されていないため"));
      assertTrue(page.contains("表「metrics_weekly」は公開されていません。"));
    }
  }

  @Test
  void anOptionalColumnWithoutAValueIsNamedWithWhatNeedsIt() {
    assertFalse(WeeklyReport.render(tables, W40).contains("どの行にも値がない"));
    tables.run("update landed_inquiries set office = null where arrival_date > '2026-09-28'");
    tables.run("update landed_help_sessions set feedback = null");
    tables.run("update landed_inquiry_events set event_type = 'resolved', \"value\" = null");
    String page = WeeklyReport.render(tables, W40);
    assertTrue(page.contains("「ヘルプ閲覧」（help_sessions）の列 feedback はこの週のどの行にも値がない"), page);
    assertTrue(page.contains("分かりません：sessions_confirmed in self_resolution_daily。"));
    assertFalse(page.contains("の列 office"));
    assertFalse(page.contains("の列 value"));
    assertEquals(
        List.of("office", "feedback"),
        MissingColumn.read(tables, W40.start().plusDays(1), W40.end()).stream()
            .map(MissingColumn::column)
            .sorted(Comparator.reverseOrder())
            .toList());
  }

  @Test
  void anyOneTableMayBeMissing() {
    for (String name : tables.names()) {
      tables.run("alter table " + name + " rename to hidden_away");
      String page = WeeklyReport.render(tables, W40);
      assertTrue(page.contains("表「" + name + "」は公開されていません。"), name);
      tables.run("alter table hidden_away rename to " + name);
    }
  }

  @Test
  void sameTablesGiveTheSameBytesFromMemoryAndFromASnapshot(@TempDir Path folder) throws Exception {
    Path snapshot = folder.resolve(tables.snapshot());
    tables.writeSnapshot(snapshot);
    try (SnapshotTables published = SnapshotTables.open(snapshot)) {
      assertEquals(WeeklyReport.render(tables, W40), WeeklyReport.render(published, W40));
    }
  }

  @Test
  void thePageIsSmallAndAsksNothingOfTheNetwork() {
    String page = WeeklyReport.render(tables, W40);
    assertTrue(page.length() < 3_000_000);
    assertFalse(stripped(page).matches("(?s).*(https?:)?//[a-z].*"));
    assertTrue(page.contains("default-src &#39;none&#39;") || page.contains("default-src 'none'"));
  }

  @Test
  void writingLeavesThePageItsSummaryAndAnIndexOfAllWeeks(@TempDir Path folder) throws Exception {
    WeeklyReport.read(tables, W40.minusWeeks(1)).write(folder);
    Path page = WeeklyReport.read(tables, W40).write(folder);
    assertEquals("voc-2026-W40.html", page.getFileName().toString());
    String index = Files.readString(folder.resolve("index.html"));
    assertTrue(index.indexOf("voc-2026-W40.html") < index.indexOf("voc-2026-W39.html"));
    assertTrue(Files.readString(folder.resolve("voc-2026-W40.md")).lines().count() < 30);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(5, files.count());
    }
  }

  private String single(String select) {
    return String.valueOf(tables.rows(select).get(0).values().iterator().next());
  }

  private static int whole(String printed) {
    return Integer.parseInt(
        printed.replace(",", "").replace("+", "").replace("±", "").replace("−", "-"));
  }

  private static JsonNode chart(String page, String id) throws Exception {
    return JsonMapper.builder().build().readTree(chartJson(page, id));
  }

  private static String chartJson(String page, String id) {
    Matcher found = Pattern.compile("data-chart=\"" + id + "\">(.*?)</script>").matcher(page);
    assertTrue(found.find(), id);
    return found.group(1);
  }

  /** The page without its library, which names its licence's address. */
  private static String stripped(String page) {
    return page.replace(PageAssets.load().library(), "").replace(PageAssets.load().script(), "");
  }
}
