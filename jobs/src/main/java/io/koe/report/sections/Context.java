package io.koe.report.sections;

import io.koe.report.data.DriverHistory;
import io.koe.report.data.IsoWeek;
import io.koe.report.data.MetricHistory;
import io.koe.report.data.ReportQueries;
import io.koe.report.data.TableRow;
import io.koe.report.data.TopicLabels;
import io.koe.report.language.Numbers;
import io.koe.report.language.Wording;
import io.koe.report.page.Cell;
import io.koe.report.page.DataTable;
import io.koe.report.page.Keys;
import java.util.List;
import java.util.function.DoubleFunction;

/** What every section reads from: the week's tables, in a language. */
public record Context(
    ReportQueries queries,
    Wording wording,
    MetricHistory metrics,
    TopicLabels labels,
    DriverHistory drivers,
    Targets targets) {

  public static Context of(ReportQueries queries, Wording wording, Targets targets) {
    return new Context(
        queries,
        wording,
        MetricHistory.read(queries),
        TopicLabels.read(queries, wording.say("topic.unassigned")),
        DriverHistory.read(queries),
        targets);
  }

  IsoWeek week() {
    return queries.week();
  }

  Numbers numbers() {
    return wording.numbers();
  }

  String say(String key, Object... parts) {
    return wording.say(key, parts);
  }

  String name(String column, String id, String otherwise) {
    return wording.name(column, id, otherwise);
  }

  String name(String column, String id) {
    return wording.name(column, id);
  }

  List<TableRow> rows(String query) {
    return queries.rows(query);
  }

  /** Why a query returned nothing, in the reader's words. */
  String absence(String query, String whenEmpty) {
    List<String> absent = queries.absent(query);
    return absent.isEmpty() ? say(whenEmpty) : say("absent.table", wording.list(absent));
  }

  /** The number as the reader sees it, or why it isn't shown. */
  String shown(TableRow row, String column, DoubleFunction<String> format) {
    return row.isSuppressed() ? wording.suppressed() : format.apply(row.number(column));
  }

  /** The same as a cell that knows its number. */
  Cell cell(TableRow row, String column, DoubleFunction<String> format) {
    return Cell.of(shown(row, column, format), row.number(column));
  }

  Cell count(TableRow row, String column) {
    return cell(row, column, numbers()::count);
  }

  /** Whether the row's values are final, in a word. */
  Cell state(TableRow row) {
    return Cell.of(
        row.has("is_mature") ? say(row.isProvisional() ? "not.final" : "final") : numbers().none());
  }

  /** A topic's label, with a link to its history. */
  Cell topic(TableRow row) {
    String id = row.text("topic_id");
    Cell cell = Cell.of(labels.of(row, "topic_id"));
    return id.equals("unassigned") || id.equals("all") ? cell : cell.withLink(topicLink(id));
  }

  String topicLink(String topicId) {
    return PageNames.topics(wording.language()) + "#" + PageNames.anchor(topicId);
  }

  Keys keys(TableRow row) {
    return Keys.of(row.text("service"), labels.of(row, "topic_id"));
  }

  DataTable.Column words(String key) {
    return DataTable.Column.words(say(key));
  }

  DataTable.Column number(String key) {
    return DataTable.Column.number(say(key));
  }

  DataTable.Column badge(String key) {
    return DataTable.Column.badge(say(key));
  }
}
