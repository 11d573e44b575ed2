package io.koe.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.koe.report.data.IsoWeek;
import io.koe.report.language.Language;
import io.koe.report.sections.Audience;
import io.koe.report.sections.Targets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages as a reader's browser shows them. */
class BrowserTest {
  private static final IsoWeek W40 = IsoWeek.parse("2026-W40");

  /** Pixels between the margins of 12 mm. */
  private static final int A4_WIDTH = 703;

  @TempDir private static Path folder;
  private static Optional<Browser> browser = Optional.empty();
  private static FixtureTables tables;

  private final List<String> requests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final List<BrowserContext> contexts = new ArrayList<>();

  @BeforeAll
  static void open() throws IOException {
    browser = Browser.find();
    assumeTrue(browser.isPresent(), Browser.MISSING);
    tables = FixtureTables.tenWeeks();
    Targets targets = new Targets(Map.of("durable_resolution_rate", 0.75));
    WeeklyReport.read(tables, W40, targets).write(folder);
  }

  @AfterAll
  static void close() throws Exception {
    browser.ifPresent(Browser::close);
    if (tables != null) {
      tables.close();
    }
  }

  @AfterEach
  void forget() {
    contexts.forEach(BrowserContext::close);
  }

  @ParameterizedTest
  @EnumSource(Audience.class)
  void aPageRendersAsksForNothingAndBreaksNoPolicy(Audience audience) {
    Page page = load(audience, Language.EN, true);
    assertEquals(
        page.locator("script[data-chart]").count(), page.locator(".plot.drawn canvas").count());
    assertTrue(page.locator("section").count() >= 3);
    assertEquals(List.of(), complaints);
    assertEquals(List.of(), outside());
  }

  @Test
  void filtersLeaveWhatFits() {
    Page page = load(Audience.PM, Language.JA, true);
    int all = shown(page, "#drivers tr[data-topic]");
    page.fill("#filter-topic", "振込申請");
    assertTrue(shown(page, "#drivers tr[data-topic]") < all);
    assertTrue(page.locator("#drivers tr:visible", having("売上金")).count() > 0);
    assertEquals(0, page.locator("#drivers tbody tr:visible", having("クーポン")).count());
    page.click("#filter button[type=reset]");
    page.selectOption("#filter-service", "merpay");
    page.waitForFunction(
        "document.querySelectorAll('details[data-service=mercari].filtered').length > 0");
    assertTrue(shown(page, "details[data-service=merpay]") > 0);
    page.selectOption("#filter-platform", "ios");
    assertEquals(0, shown(page, "#platforms tr[data-platform=android]"));
    assertTrue(shown(page, "#platforms tr[data-platform=ios]") > 0);
  }

  @Test
  void aFilterActsOnReleasesAndChartsAndSaysWhereNothingFits() {
    Page page = load(Audience.PM, Language.JA, true);
    assertEquals(0, page.locator(".nothing:visible").count());
    page.selectOption("#filter-platform", "android");
    assertEquals(0, shown(page, "#releases tr[data-platform=ios]"));
    assertTrue(page.locator("#contacts .note:visible", having("絞り込みの対象外")).count() > 0);
    page.fill("#filter-topic", "そのようなトピックはない");
    assertEquals(1, page.locator("#platforms .nothing:visible").count());
    page.click("#filter button[type=reset]");
    page.waitForFunction("document.querySelectorAll('.nothing:not([hidden])').length === 0");
    assertEquals(0, page.locator("#contacts .note:visible", having("絞り込みの対象外")).count());
  }

  @Test
  void onPaperValuesStandBelowTheirChartAndNothingIsCutOff() {
    for (Audience audience : Audience.values()) {
      Page page = load(audience, Language.JA, true);
      page.emulateMedia(
          new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
      page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))");
      page.setViewportSize(A4_WIDTH, 1000);
      assertEquals(
          true,
          page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"),
          audience.code());
      assertEquals(0, page.locator("#filter:visible, nav:visible, .csv:visible").count());
      assertEquals(
          0,
          page.locator(
                  "figure:has(script[data-chart]):has(tbody tr):not(:has(tbody tr:nth-child(31)))"
                      + " > .behind:not([open])")
              .count());
      page.evaluate("() => window.dispatchEvent(new Event('afterprint'))");
      assertEquals(0, page.locator(".behind[open]").count());
    }
  }

  /** In processor time of the page's thread, so that other work on the machine does not count. */
  @Test
  void pagesOfAHundredAndFiftyTopicsLoadWithinASecond() throws IOException {
    tables.run("begin");
    tables.addTopics(150);
    WeeklyReport report = WeeklyReport.read(tables, W40, Targets.NONE);
    Path many = Files.createDirectories(folder.resolve("many").resolve("2026-W40"));
    for (Audience audience : List.of(Audience.PM, Audience.TOPICS)) {
      Files.writeString(
          many.resolve(audience.code() + ".ja.html"), report.html(audience, Language.JA));
    }
    tables.run("rollback");
    for (Audience audience : List.of(Audience.PM, Audience.TOPICS)) {
      double seconds = secondsToLoad(many.resolve(audience.code() + ".ja.html"));
      assertTrue(seconds < 1, audience.code() + " takes " + seconds + " s");
    }
  }

  private double secondsToLoad(Path file) {
    BrowserContext context = browser.orElseThrow().chromium().newContext();
    contexts.add(context);
    Page page = context.newPage();
    CDPSession session = context.newCDPSession(page);
    JsonObject clock = new JsonObject();
    clock.addProperty("timeDomain", "threadTicks");
    session.send("Performance.enable", clock);
    page.navigate(file.toUri().toString());
    return StreamSupport.stream(
            session.send("Performance.getMetrics").getAsJsonArray("metrics").spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .filter(metric -> metric.get("name").getAsString().equals("TaskDuration"))
        .findFirst()
        .orElseThrow()
        .get("value")
        .getAsDouble();
  }

  @Test
  void aHeadSortsItsTableByNumbers() {
    Page page = load(Audience.PM, Language.JA, true);
    page.locator("#drivers th", having("件数")).first().click();
    assertEquals(
        "descending", page.locator("#drivers th", having("件数")).first().getAttribute("aria-sort"));
    page.locator("#drivers th", having("件数")).first().click();
    Object sorted =
        page.evaluate(
            "() => { const v = [...document.querySelectorAll('#drivers table')[0].tBodies[0].rows]"
                + ".map(r => Number(r.cells[2].dataset.value)); return v.every((x, i) => !i || v[i - 1] <= x); }");
    assertEquals(true, sorted);
  }

  @Test
  void theThemeTurnsAndABubbleTellsItsValues() {
    Page page = load(Audience.PM, Language.EN, true);
    Object before = page.evaluate("() => getComputedStyle(document.body).backgroundColor");
    page.click("#theme");
    assertNotEquals(before, page.evaluate("() => getComputedStyle(document.body).backgroundColor"));
    page.locator(".map a").first().focus();
    assertTrue(page.locator(".hover").innerText().contains("contacts"));
  }

  @Test
  void withoutScriptsTablesStandOpenAndTheMapIsDrawn() {
    Page page = load(Audience.PM, Language.JA, false);
    assertTrue(page.locator("#change table:visible").count() >= 2);
    assertTrue(page.locator(".map circle:visible").count() >= 10);
  }

  @Test
  void wordsStandOutFromTheirGroundInBothThemes() throws IOException {
    String script =
        new String(
            BrowserTest.class.getResourceAsStream("contrast.js").readAllBytes(),
            StandardCharsets.UTF_8);
    for (Audience audience : List.of(Audience.PM, Audience.CS, Audience.TOPICS)) {
      Page page = load(audience, Language.JA, true);
      for (String theme : List.of("light", "dark")) {
        page.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme);
        assertEquals(List.of(), page.evaluate(script), audience.code() + " " + theme);
      }
    }
  }

  @Test
  void noPayloadRunsOrAsksForAnything() throws IOException {
    tables.run("begin");
    HostileText.putAll(tables, 0);
    WeeklyReport report = WeeklyReport.read(tables, W40, Targets.NONE);
    Path hostile = Files.createDirectories(folder.resolve("hostile").resolve("2026-W40"));
    for (Audience audience : Audience.values()) {
      Files.writeString(
          hostile.resolve(audience.code() + ".ja.html"), report.html(audience, Language.JA));
    }
    tables.run("rollback");
    for (Audience audience : Audience.values()) {
      Page page = load(hostile.getParent(), audience, Language.JA, true);
      page.evaluate(
          "() => { document.querySelectorAll('details').forEach(d => { d.open = true; });"
              + " document.querySelectorAll('th[aria-sort]').forEach(h => h.click());"
              + " document.querySelectorAll('.map a').forEach(a => a.dispatchEvent(new Event('pointerenter'))); }");
      if (page.locator("#filter-topic").isVisible()) {
        page.fill("#filter-topic", HostileText.PAYLOADS.get(0));
      }
      assertEquals(true, page.evaluate("() => window.koeRan === undefined"), audience.code());
    }
    assertEquals(List.of(), outside());
    assertEquals(List.of(), complaints);
  }

  private Page load(Audience audience, Language language, boolean scripts) {
    return load(folder, audience, language, scripts);
  }

  private Page load(Path reports, Audience audience, Language language, boolean scripts) {
    BrowserContext context =
        browser
            .orElseThrow()
            .chromium()
            .newContext(
                new com.microsoft.playwright.Browser.NewContextOptions()
                    .setJavaScriptEnabled(scripts)
                    .setViewportSize(1200, 900));
    contexts.add(context);
    Page page = context.newPage();
    page.onRequest(request -> requests.add(request.url()));
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> complaints.add(message.text()));
    String file = audience.code() + "." + language.code() + ".html";
    page.navigate(reports.resolve("2026-W40").resolve(file).toUri().toString());
    return page;
  }

  /** Requests for anything but the page. */
  private List<String> outside() {
    return requests.stream()
        .filter(url -> !(url.startsWith("file://") && url.endsWith(".html")))
        .toList();
  }

  private static int shown(Page page, String selector) {
    return page.locator(selector + ":not(.filtered)").count();
  }

  private static Page.LocatorOptions having(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
