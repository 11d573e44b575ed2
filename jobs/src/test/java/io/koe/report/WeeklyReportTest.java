package io.koe.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.koe.report.data.IsoWeek;
import io.koe.report.data.MissingColumn;
import io.koe.report.data.ReportTables;
import io.koe.report.data.SnapshotTables;
import io.koe.report.language.Language;
import io.koe.report.language.Wording;
import io.koe.report.page.PageAssets;
import io.koe.report.sections.Audience;
import io.koe.report.sections.Targets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
    String page = page(tables, Audience.PM);
    String contacts =
        single(
            "select value from metrics_weekly where metric_id = 'contacts' and service = 'all'"
                + " and iso_week = '2026-W40'");
    String driver =
        single(
            "select contacts from contact_drivers_weekly where iso_week = '2026-W40'"
                + " and service = 'all' and topic_id = 't000000019v'");
    String figure = Wording.of(Language.JA).numbers().count(Double.parseDouble(contacts));
    assertTrue(page.contains(">1.2万<small>件</small></p>"));
    assertTrue(page.contains("正確な件数 " + figure + "件"));
    assertTrue(page.contains("data-value=\"" + driver + ".0\">" + driver + "</td>"), driver);
    assertTrue(page.contains("2026年9月28日（月）〜10月4日（日）"));
  }

  @Test
  void effectsOfTheWaterfallAddUpAsPrinted() throws Exception {
    JsonNode chart = chart(page(tables, Audience.PM), "change-waterfall");
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
    String page = page(tables, Audience.CS);
    JsonNode chart = chart(page, "durable-resolution-rate");
    assertTrue(chart.get("provisional").get(9).asBoolean());
    assertFalse(chart.get("provisional").get(7).asBoolean());
    assertTrue(page.contains("解決率 <span class=\"tag \">未確定</span>"));
    assertTrue(page.contains("下限〜上限 59."));
    assertTrue(page.contains("確定済みの最新 W38"));
  }

  @Test
  void aTargetIsDrawnAndJudgedByFinalFiguresAlone() throws Exception {
    Targets targets = new Targets(Map.of("durable_resolution_rate", 0.9));
    String page = WeeklyReport.read(tables, W40, targets).html(Audience.CS, Language.EN);
    assertEquals(90, chart(page, "durable-resolution-rate").get("target").asDouble());
    assertTrue(page.contains("Target 90.0% (W38: missed)"));
  }

  @Test
  void everyAudienceIsToldItsWeekInItsLanguage() {
    for (Audience audience : Audience.values()) {
      String japanese = WeeklyReport.read(tables, W40, Targets.NONE).html(audience, Language.JA);
      String english = WeeklyReport.read(tables, W40, Targets.NONE).html(audience, Language.EN);
      assertTrue(japanese.contains("<html lang=\"ja\">"), audience.code());
      assertTrue(english.contains("<html lang=\"en\">"), audience.code());
      assertFalse(stripped(english).matches("(?s).*(確定|問い合わせ件数|サービス).*"), audience.code());
    }
    String english = WeeklyReport.read(tables, W40, Targets.NONE).html(Audience.PM, Language.EN);
    assertTrue(Pattern.compile("<p class=\"figure \">1[12]\\.\\dk</p>").matcher(english).find());
    assertTrue(english.contains("Mon, 28 Sep – Sun, 4 Oct 2026"));
  }

  @Test
  void aTopicsPageHasItsWordsInContextItsQuotesAndWhereItCameFrom() {
    String page = page(tables, Audience.TOPICS);
    String topic = page.substring(page.indexOf("id=\"topic-t000000019v\""));
    topic = topic.substring(0, topic.indexOf("</details>"));
    assertTrue(topic.contains("<td>アップデートしたら</td><td><b>購入ボタン</b></td>"));
    assertTrue(topic.contains("iPhoneで昨日からずっと白い画面"));
    assertTrue(topic.contains("分かれて生まれた（元のトピック）（クーポン 適用されない 期間限定）"));
    assertTrue(topic.contains("iOS 5.12.0"));
  }

  @Test
  void theMapNamesThemesAndLeadsToTopics() {
    String page = page(tables, Audience.PM);
    assertTrue(page.contains(">取引と配送</text>"));
    assertTrue(page.contains("<a href=\"topics.ja.html#topic-t000000019v\""));
    assertTrue(page.contains("<circle class=\"worse2\""));
  }

  @Test
  void suppressedCellsAreNotPrintedButCountInTotals() {
    tables.run(
        "update contact_drivers_weekly set is_suppressed = true, contacts = 98765"
            + " where topic_id = 't000000004d'");
    tables.run(
        "update volume_changes_weekly set is_suppressed = true where segment = 't000000004d'");
    String page = page(tables, Audience.PM);
    assertTrue(page.contains("－（少数）"));
    assertFalse(page.contains("98,765") || page.contains("98765"));
    assertFalse(chartJson(page, "change-topics").contains("本人確認"));
  }

  @Test
  void whatIsWithheldOfAServiceIsNoDriver() {
    String first =
        " where week_start_date = date '2026-09-28' and service = 'mercari' and rank = 1";
    String second = first.replace("rank = 1", "rank = 2");
    String label = single("select label from contact_drivers_weekly" + second);
    tables.run(
        "update contact_drivers_weekly"
            + " set topic_id = 'withheld', label = 'その他（少数）', is_suppressed = true"
            + first);
    String page = page(tables, Audience.PM);
    assertFalse(page.contains("その他（少数）"));
    assertTrue(
        rows(page, "drivers").stream().anyMatch(row -> row.startsWith(label + "|1|")), label);
  }

  @Test
  void gapsOfTheFaqComeMostContactsFirstAndNameTheArticleOrItsAbsence() {
    String page = page(tables, Audience.CS);
    assertEquals(
        List.of(
            "アプリ更新後 購入ボタン 押せない 画面 白い|記事なし|640|640|－",
            "本人確認 書類 再提出 審査|記事なし（近い記事：本人確認の書類）|310|310|－",
            "発送通知が届かない 商品 追跡|商品が発送されないとき|188|1,650|203",
            "クーポン 適用されない 期間限定|h-coupon|41|530|44"),
        rows(page, "faq"));
  }

  /** Cells of the lines of a section's tables, with | between them. */
  private static List<String> rows(String page, String section) {
    String rest = page.substring(page.indexOf("<section id=\"" + section + "\">"));
    return Pattern.compile("<th scope=\"row\">(.*?)</th>(.*?)</tr>", Pattern.DOTALL)
        .matcher(rest.substring(0, rest.indexOf("</section>")))
        .results()
        .map(row -> (row.group(1) + row.group(2)).replaceAll("(<[^>]*>|\\n)+", "|"))
        .map(row -> row.replaceAll("^\\||\\|未確定\\|$", ""))
        .toList();
  }

  @Test
  void aHalfYearIsTheSumOfItsFinalDaysAlone() {
    String page = page(tables, Audience.PR);
    String contacts =
        single(
            "select format('{:,}', cast(sum(value) as bigint)) from metrics_daily where metric_id = 'contacts' and is_mature");
    assertTrue(page.contains("2026年下半期の問い合わせは累計" + contacts + "件です（7/27〜9/27、確定した日だけ）。"), contacts);
    String section = page.substring(page.indexOf("<section id=\"half-year\">"));
    assertTrue(section.contains("7/27〜9/20"));
    assertTrue(section.contains("0.42%"));
    tables.run("update metrics_daily set value = 10 * value where not is_mature");
    assertEquals(page, page(tables, Audience.PR));
  }

  @Test
  void erasuresStandBelowTheRestatements() {
    String page = page(tables, Audience.PR);
    String section = page.substring(page.indexOf("<section id=\"restatements\">"));
    assertTrue(section.contains("利用者の求めによる消去"));
    assertTrue(section.contains("data-value=\"41.0\""));
    tables.run("delete from erasures");
    assertTrue(page(tables, Audience.PR).contains("利用者の求めによる消去はありません。"));
  }

  @Test
  void aHundredAndFiftyTopicsFitInThreeMegabytes() {
    tables.addTopics(150);
    WeeklyReport report = WeeklyReport.read(tables, W40, Targets.NONE);
    for (Audience audience : Audience.values()) {
      int bytes = report.html(audience, Language.JA).getBytes(StandardCharsets.UTF_8).length;
      assertTrue(bytes < 3_000_000, audience.code() + " " + bytes);
    }
    assertTrue(report.html(Audience.TOPICS, Language.JA).contains("件数の多い順に150件です"));
  }

  @Test
  void everyTableMayBeEmpty() {
    tables.names().forEach(name -> tables.run("delete from " + name));
    String page = page(tables, Audience.PM);
    assertTrue(page.contains("この週のデータはまだ公開されていません。"));
    assertTrue(page.contains("この週の問い合わせはありません。"));
    for (Audience audience : Audience.values()) {
      assertFalse(stripped(page(tables, audience)).contains("NaN"), audience.code());
    }
  }

  @Test
  void everyTableMayBeMissing() throws Exception {
    try (FixtureTables none = FixtureTables.none()) {
      String page = page(none, Audience.PM);
      assertTrue(page.contains("表「contact_drivers_weekly」が公開されていないため"));
      assertTrue(page.contains("表「metrics_weekly」は公開されていません。"));
    }
  }

  @Test
  void anOptionalColumnWithoutAValueIsNamedWithWhatNeedsIt() {
    assertFalse(page(tables, Audience.PM).contains("どの行にも値がない"));
    tables.run("update landed_inquiries set office = null where arrival_date > '2026-09-28'");
    tables.run("update landed_help_sessions set feedback = null");
    tables.run("update landed_inquiry_events set event_type = 'resolved', \"value\" = null");
    String page = page(tables, Audience.PM);
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
      WeeklyReport report = WeeklyReport.read(tables, W40, Targets.NONE);
      assertTrue(
          Stream.of(Audience.values())
              .map(audience -> report.html(audience, Language.JA))
              .anyMatch(page -> page.contains("表「" + name + "」は公開されていません。")),
          name);
      tables.run("alter table hidden_away rename to " + name);
    }
  }

  @Test
  void sameTablesGiveTheSameBytesFromMemoryAndFromASnapshot(@TempDir Path folder) throws Exception {
    Path snapshot = folder.resolve(tables.snapshot());
    tables.writeSnapshot(snapshot);
    try (SnapshotTables published = SnapshotTables.open(snapshot)) {
      assertEquals(page(tables, Audience.PM), page(published, Audience.PM));
    }
  }

  @Test
  void thePageIsSmallAndAsksNothingOfTheNetwork() {
    String page = page(tables, Audience.PM);
    assertTrue(page.length() < 3_000_000);
    assertFalse(stripped(page).matches("(?s).*(https?:)?//[a-z].*"));
    assertTrue(page.contains("default-src &#39;none&#39;") || page.contains("default-src 'none'"));
  }

  @Test
  void writingLeavesAFolderAWeekAndAnIndexOfAll(@TempDir Path folder) throws Exception {
    WeeklyReport.read(tables, W40.minusWeeks(1), Targets.NONE).write(folder);
    Path page = WeeklyReport.read(tables, W40, Targets.NONE).write(folder);
    assertEquals(folder.resolve("2026-W40").resolve("pm.ja.html"), page);
    String index = Files.readString(folder.resolve("index.html"));
    assertTrue(index.indexOf("2026-W40/pm.ja.html") < index.indexOf("2026-W39/safety.en.html"));
    assertTrue(Files.readString(page.resolveSibling("pm.ja.md")).lines().count() < 30);
    try (Stream<Path> files = Files.list(page.getParent())) {
      assertEquals(18, files.count());
    }
  }

  private static String page(ReportTables tables, Audience audience) {
    return WeeklyReport.read(tables, W40, Targets.NONE).html(audience, Language.JA);
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
    Matcher found = Pattern.compile("data-chart=\"plot-" + id + "\">(.*?)</script>").matcher(page);
    assertTrue(found.find(), id);
    return found.group(1);
  }

  /** The page without its library, which names its licence's address. */
  private static String stripped(String page) {
    PageAssets assets = PageAssets.load();
    return page.replace(assets.library(), "")
        .replace(assets.script(), "")
        .replace(assets.charts(), "")
        .replaceAll("data:text/csv;[^\"]*", "");
  }
}
