package io.koe.report;

import io.koe.report.language.Wording;
import io.koe.report.page.Block;
import io.koe.report.page.DataTable;
import io.koe.report.page.Kpi;
import io.koe.report.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page in one screen of Markdown, for a chat: its sentences, figures and first table. */
final class MarkdownSummary {
  private static final int ROWS = 5;
  private static final int COLUMNS = 5;
  private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]#|~@]|:(?=//)");

  private MarkdownSummary() {}

  static String of(Page page) {
    Wording wording = page.wording();
    List<String> lines = new ArrayList<>();
    lines.add("# " + plain(page.masthead().product()) + " " + page.masthead().week());
    lines.add("");
    lines.add(page.masthead().days());
    lines.add("");
    blocks(page, Block.Sentences.class)
        .limit(1)
        .flatMap(block -> block.lines().stream())
        .forEach(sentence -> lines.add("- " + plain(sentence)));
    page.masthead()
        .unfinished()
        .forEach(sentence -> lines.add("- " + wording.say("caution", plain(sentence))));
    blocks(page, Block.Figures.class).limit(1).forEach(block -> figures(wording, block, lines));
    blocks(page, DataTable.class).limit(1).forEach(table -> table(table, lines));
    lines.add("");
    lines.add(plain(page.masthead().source()));
    return String.join("\n", lines) + "\n";
  }

  private static <T extends Block> Stream<T> blocks(Page page, Class<T> kind) {
    return page.sections().stream()
        .flatMap(section -> section.blocks().stream())
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  private static void figures(Wording wording, Block.Figures block, List<String> lines) {
    lines.add("");
    lines.add(
        "| %s | %s | %s |"
            .formatted(wording.say("metric"), wording.say("value"), wording.say("from.last.week")));
    lines.add("|---|---|---|");
    block.figures().forEach(kpi -> lines.add(figure(wording, kpi)));
  }

  private static String figure(Wording wording, Kpi kpi) {
    String tag = kpi.tag().isEmpty() ? "" : wording.say("in.brackets", kpi.tag());
    return "| %s | %s%s%s | %s |"
        .formatted(plain(kpi.title()), kpi.value(), kpi.unit(), tag, kpi.change());
  }

  private static void table(DataTable table, List<String> lines) {
    List<Integer> shown =
        Stream.iterate(0, i -> i + 1)
            .limit(table.columns().size())
            .filter(i -> table.columns().get(i).kind() != DataTable.Kind.TREND)
            .limit(COLUMNS)
            .toList();
    lines.add("");
    lines.add(line(shown.stream().map(i -> table.columns().get(i).title())));
    lines.add("|" + "---|".repeat(shown.size()));
    table.rows().stream()
        .limit(ROWS)
        .forEach(row -> lines.add(line(shown.stream().map(i -> row.cells().get(i).text()))));
  }

  private static String line(Stream<String> cells) {
    StringBuilder line = new StringBuilder("|");
    cells.forEach(cell -> line.append(' ').append(plain(cell)).append(" |"));
    return line.toString();
  }

  /** Text that no Markdown reader takes for markup, a link or a mention. */
  private static String plain(String text) {
    String escaped = MARKUP.matcher(text.replaceAll("\\s+", " ")).replaceAll("\\\\$0");
    return escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
