package io.koe.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
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
    return List.of(
        "<script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "</style><img src=x onerror=alert(1)>",
        "\"><svg onload=alert(1)>",
        "' onmouseover='alert(1)",
        "\" autofocus onfocus=\"alert(1)",
        "<!--<script>",
        "]]><iframe srcdoc='<script>alert(1)</script>'>",
        "</title><base href=//evil.example>",
        "<a href=javascript:alert(1)>押す</a>",
        "{{constructor.constructor('alert(1)')()}}${7*7}",
        "\u2028alert(1)\u2029//",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "<math><mtext></table><style><img src onerror=alert(1)>",
        "[click](javascript:alert(1)) ![x](//evil.example/x.png)");
  }

  private static FixtureTables tables;
  private static List<String> harmlessTags;

  @BeforeAll
  static void renderHarmlessText() {
    tables = FixtureTables.tenWeeks();
    harmlessTags = tags(report("harmless").html());
  }

  @AfterAll
  static void close() throws Exception {
    tables.close();
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void hostileTextAddsNoMarkup(String payload) {
    WeeklyReport report = report(payload);
    assertEquals(harmlessTags, tags(report.html()));
    assertFalse(report.html().contains("<script>alert"));
    assertFalse(report.markdown().contains("<"));
    assertFalse(UNESCAPED_LINK.matcher(report.markdown()).find());
  }

  private static WeeklyReport report(String text) {
    tables.run("begin");
    put(tables, text);
    WeeklyReport report = WeeklyReport.read(tables, W40);
    tables.run("rollback");
    return report;
  }

  static void put(FixtureTables tables, String text) {
    String sql = "'" + text.replace("'", "''") + "'";
    tables.run("update topics set label = " + sql + ", terms = " + sql);
    tables.run("update contact_drivers_weekly set label = " + sql);
    tables.run("update topic_quotes set quote = " + sql + ", service = " + sql);
    tables.run("update alert_episodes set label = " + sql + ", candidate_type = " + sql);
    tables.run("update watch_daily set title = " + sql + ", routed_to = " + sql);
    tables.run("update restatements set reason = " + sql);
    tables.run("update data_checks set message = " + sql + ", checked_table = " + sql);
    tables.run("update release_impacts set title = " + sql + ", kind = " + sql);
    tables.run("update input_tables set table_name = " + sql + ", outputs = [" + sql + "]");
    tables.run("update runs set run_id = " + sql);
    for (String table : List.of("metrics_weekly", "contact_drivers_weekly")) {
      tables.run("update " + table + " set service = " + sql + " where service = 'shops'");
    }
  }

  /** The page's tags, sorted as services are; attributes that carry text are emptied. */
  private static List<String> tags(String page) {
    // The library's own text holds no tags but looks like it.
    return TAG.matcher(page.replace(PageAssets.load().library(), ""))
        .results()
        .map(found -> found.group().replaceAll("aria-label=\"[^\"]*\"", "aria-label"))
        .sorted()
        .toList();
  }
}
