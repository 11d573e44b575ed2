package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.page.Kpi;
import io.koe.report.page.Section;
import java.util.ArrayList;
import java.util.List;

/** The week for public relations: what may be quoted because it is final. */
final class PrSummary {
  private PrSummary() {}

  static Section read(Context context) {
    List<Kpi> figures =
        List.of(
            Settled.count(context, "contacts"),
            Settled.rate(context, "durable_resolution_rate"),
            Settled.rate(context, "self_resolution_rate"),
            Settled.hours(context, "first_reply_hours_median"));
    return Summaries.section(context, sentences(context), figures);
  }

  private static List<String> sentences(Context context) {
    List<String> sentences = new ArrayList<>();
    sentences.add(context.say("pr.final.alone"));
    HalfYearSection.sentence(context).ifPresent(sentences::add);
    List<TableRow> log = context.rows("restatement_log");
    sentences.add(
        log.isEmpty()
            ? context.absence("restatement_log", "restatements.log.none")
            : context.say("restatements.lead", log.size()));
    WatchSection.sentence(context, List.of("pr")).ifPresent(sentences::add);
    return sentences;
  }
}
