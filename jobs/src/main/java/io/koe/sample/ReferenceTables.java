package io.koe.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

/** The tables that come whole: articles, releases, agents, calendar. */
final class ReferenceTables {
  private final Path out;
  private final Drop drop;
  private final JsonRow row = new JsonRow();

  ReferenceTables(Path out, Drop drop) {
    this.out = out;
    this.drop = drop;
  }

  SampleTotals write() throws IOException {
    return write("articles", this::articles)
        .plus(write("releases", this::releases))
        .plus(write("agents", this::agents))
        .plus(write("calendar", this::calendar));
  }

  private interface Rows {
    void write(PartFile file) throws IOException;
  }

  private SampleTotals write(String table, Rows rows) throws IOException {
    PartFile file = new PartFile(out.resolve(table).resolve(table + ".jsonl.gz"), null, "");
    try (file) {
      rows.write(file);
    }
    return file.totals(table);
  }

  private void articles(PartFile file) throws IOException {
    LocalDate before = drop.plan().from().minusDays(200);
    for (Reason reason : drop.catalogue().reasons()) {
      if (reason.article().isPresent()) {
        Reason.Article article = reason.article().get();
        file.write(
            row.start()
                .put("article_id", article.id())
                .put("service", reason.service())
                .put("title", article.title())
                .put("body", article.body())
                .putTime("updated_at", before.toEpochDay() * JapanTime.DAY + 10 * JapanTime.HOUR)
                .put("valid_from", before.toString())
                .put("valid_to", null)
                .end());
      }
    }
  }

  private void releases(PartFile file) throws IOException {
    SamplePlan plan = drop.plan();
    release(
        file,
        SamplePlan.WORSE_RELEASE,
        "release",
        "mercari",
        "ios",
        AppVersions.WORSE,
        plan.worseDate(),
        0,
        "メルカリ iOSアプリ 9.42.0：出品画面の写真選択を新しくしました");
    release(
        file,
        SamplePlan.QUIET_RELEASE,
        "release",
        "mercari",
        "android",
        AppVersions.QUIET,
        plan.quietReleaseDate(),
        0,
        "メルカリ Androidアプリ 9.43.0：軽微な改善");
    release(
        file,
        SamplePlan.INCIDENT,
        "incident",
        "merpay",
        null,
        null,
        plan.newProblemDate(),
        8,
        "コード決済が利用しづらい状態について");
    release(
        file,
        SamplePlan.POLICY,
        "policy",
        "mercari",
        null,
        null,
        plan.policyDate(),
        0,
        "販売手数料の取り扱いに関する規約の変更");
  }

  private void release(
      PartFile file,
      String id,
      String kind,
      String service,
      String platform,
      String version,
      LocalDate date,
      int hours,
      String title)
      throws IOException {
    long start = date.toEpochDay() * JapanTime.DAY + 9 * JapanTime.HOUR;
    file.write(
        row.start()
            .put("release_id", id)
            .put("kind", kind)
            .put("service", service)
            .put("platform", platform)
            .put("app_version", version)
            .putTime("started_at", start)
            .put("ended_at", hours == 0 ? null : JapanTime.format(start + hours * JapanTime.HOUR))
            .put("title", title)
            .end());
  }

  private void agents(PartFile file) throws IOException {
    String[] teams = {"general", "payments", "safety", "shops"};
    for (int office = 0; office < Offices.count(); office++) {
      for (int number = 0; number < Offices.agents(office); number++) {
        file.write(
            row.start()
                .put("agent_id", Offices.agent(office, number))
                .put("valid_from", drop.plan().from().minusDays(100).toString())
                .put("office", Offices.name(office))
                .put("valid_to", null)
                .put("vendor", Offices.vendor(office))
                .put("team", teams[number % teams.length])
                .end());
      }
    }
  }

  /** Four weeks around the range, too: baselines look back and reports ahead. */
  private void calendar(PartFile file) throws IOException {
    LocalDate last = drop.plan().to().plusDays(28);
    for (LocalDate date = drop.plan().from().minusDays(28);
        !date.isAfter(last);
        date = date.plusDays(1)) {
      file.write(
          row.start()
              .put("calendar_date", date.toString())
              .put("day_class", drop.calendar().dayClass(date))
              .put("name", drop.calendar().name(date))
              .end());
    }
  }
}
