package io.koe.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The week in one screen of Markdown, for a chat. */
final class MarkdownSummary {
  private static final int DRIVERS = 5;
  private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]#|~@]|:(?=//)");

  private MarkdownSummary() {}

  static String of(WeekPage page) {
    List<String> lines = new ArrayList<>();
    Masthead head = page.masthead();
    lines.add("# お客さまの声 " + head.week() + "（" + head.days() + "）");
    lines.add("");
    head.conclusions().forEach(sentence -> lines.add("- " + plain(sentence)));
    head.unfinished().forEach(sentence -> lines.add("- 注意：" + plain(sentence)));
    lines.add("");
    lines.add("| 指標 | 値 | 前週から |");
    lines.add("|---|---|---|");
    page.kpis().forEach(kpi -> lines.add(kpi(kpi)));
    drivers(page.drivers(), lines);
    lines.add("");
    lines.add("データ：" + head.asOf() + "、スナップショット " + plain(head.snapshot()));
    return String.join("\n", lines) + "\n";
  }

  private static String kpi(Kpi kpi) {
    String tag = kpi.tag().isEmpty() ? "" : "（" + kpi.tag() + "）";
    return "| %s | %s%s%s | %s |"
        .formatted(plain(kpi.title()), kpi.value(), kpi.unit(), tag, kpi.change());
  }

  private static void drivers(DriversSection drivers, List<String> lines) {
    if (drivers.groups().isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("| 順位 | 主な問い合わせ要因 | 件数 | 前週差 |");
    lines.add("|---|---|---|---|");
    drivers.groups().get(0).rows().stream()
        .limit(DRIVERS)
        .map(
            row ->
                "| %s | %s | %s | %s |"
                    .formatted(row.rank(), plain(row.label()), row.contacts(), row.change()))
        .forEach(lines::add);
  }

  /** Text that no Markdown reader takes for markup, a link or a mention. */
  private static String plain(String text) {
    String escaped = MARKUP.matcher(text.replaceAll("\\s+", " ")).replaceAll("\\\\$0");
    return escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
