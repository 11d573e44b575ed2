package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.page.Block;
import io.koe.report.page.Cell;
import io.koe.report.page.DataTable;
import io.koe.report.page.Section;
import java.util.List;

/** Topics whose customers read help and contact us all the same, or find no help at all. */
final class FaqSection {
  private static final int LIMIT = 15;

  private FaqSection() {}

  static Section read(Context context) {
    List<TableRow> rows = context.rows("faq_gaps").stream().limit(LIMIT).toList();
    return new Section(
        "faq",
        context.say("faq.link"),
        context.say("faq.title"),
        rows.isEmpty()
            ? List.of(Block.empty(context.absence("faq_gaps", "faq.none")))
            : List.of(Block.lead(context.say("faq.lead")), table(context, rows)));
  }

  private static DataTable table(Context context, List<TableRow> rows) {
    return new DataTable(
        "faq",
        context.say("faq.title"),
        List.of(
            context.words("topic"),
            context.words("article"),
            context.number("faq.contacts"),
            context.number("faq.of.topic"),
            context.number("faq.readers"),
            context.words("state")),
        rows.stream().map(row -> row(context, row)).toList());
  }

  private static DataTable.Row row(Context context, TableRow row) {
    return DataTable.Row.of(
        context.keys(row),
        context.topic(row),
        Cell.of(article(context, row)),
        context.count(row, "contacts"),
        context.count(row, "contacts_of_topic"),
        row.has("article_id")
            ? context.count(row, "sessions_escalated")
            : Cell.of(context.numbers().none()),
        context.state(row));
  }

  /** The article's title; for a topic without one, the article that has its words, if any does. */
  private static String article(Context context, TableRow row) {
    if (row.has("article_id")) {
      return row.has("title") ? row.text("title") : row.text("article_id");
    }
    return row.has("nearest_title")
        ? context.say("article.none.near", row.text("nearest_title"))
        : context.say("article.none");
  }
}
