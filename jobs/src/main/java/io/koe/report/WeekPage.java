package io.koe.report;

import java.util.List;

/** Everything the page prints, ready to be laid out. */
record WeekPage(
    PageAssets assets,
    Masthead masthead,
    List<Kpi> kpis,
    ContactsSection contacts,
    ChangeSection change,
    DriversSection drivers,
    TopicsSection topics,
    RatesSection rates,
    ReleasesSection releases,
    FaqSection faq,
    WatchSection watch,
    FootSection foot) {

  static WeekPage read(ReportTables tables, IsoWeek week) {
    ReportQueries queries = new ReportQueries(tables, week);
    MetricHistory metrics = MetricHistory.read(queries);
    TopicLabels labels = TopicLabels.read(queries);
    ChangeSection change = ChangeSection.read(queries, labels);
    TopicsSection topics = TopicsSection.read(queries, labels);
    return new WeekPage(
        PageAssets.load(),
        Masthead.read(queries, metrics, Conclusions.of(week, metrics, change, topics)),
        new KpiRow(queries, metrics).kpis(),
        ContactsSection.read(queries, metrics),
        change,
        DriversSection.read(queries, labels),
        topics,
        RatesSection.read(queries, metrics),
        ReleasesSection.read(queries, labels),
        FaqSection.read(queries, labels),
        WatchSection.read(queries),
        // Last: it lists the tables the others missed.
        FootSection.read(queries));
  }
}
