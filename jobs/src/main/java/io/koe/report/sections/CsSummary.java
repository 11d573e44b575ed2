package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.page.Kpi;
import io.koe.report.page.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The week for the leads of customer support. */
final class CsSummary {
  private CsSummary() {}

  static Section read(Context context) {
    Figures figures = new Figures(context);
    List<Kpi> shown = new ArrayList<>();
    shown.add(figures.rate("self_resolution_rate"));
    shown.add(figures.rate("durable_resolution_rate"));
    shown.add(figures.hours("first_reply_hours_median"));
    shown.add(figures.hours("full_resolution_hours_median"));
    shown.add(figures.rate("reopen_rate"));
    return Summaries.section(context, sentences(context), shown);
  }

  private static List<String> sentences(Context context) {
    List<String> sentences = new ArrayList<>();
    for (String metric : List.of("self_resolution_rate", "durable_resolution_rate")) {
      Summaries.rate(context, metric).ifPresent(sentences::add);
      Summaries.target(context, metric).ifPresent(sentences::add);
    }
    backlog(context).ifPresent(sentences::add);
    return sentences;
  }

  private static Optional<String> backlog(Context context) {
    return BacklogSection.newest(context, "all")
        .map(
            all -> {
              TableRow old = BacklogSection.newest(context, "14d+").orElse(TableRow.NONE);
              return context.say(
                  "backlog.sentence",
                  context.wording().days().withWeekday(all.date("backlog_date")),
                  context.shown(all, "open_contacts", context.numbers()::count),
                  context.shown(old, "open_contacts", context.numbers()::count));
            });
  }
}
