package io.koe.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.text.Segment;
import io.koe.text.Segments;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Rows of {@code topic_set_aside}: the templates and the copies the fits of a run found, the most
 * frequent first, 200 of each at most; none of fewer customers than may be published.
 */
final class SetAside {
  private static final String TABLE = "topic_set_aside";
  private static final int MOST = 200;
  private static final int FEWEST_COPIES = 5;

  private final RunTables tables;
  private final Night night;
  private final List<Row> rows = new ArrayList<>();

  SetAside(RunTables tables, Night night) {
    this.tables = tables;
    this.night = night;
  }

  /**
   * What a fit set aside.
   *
   * @param copies see {@link TopicFit.Fitted}
   */
  void add(
      LocalDate date,
      List<SampledInquiry> sample,
      List<Templates.Use> templates,
      Map<String, List<String>> copies) {
    List<Templates.Use> found = ranked(templates.stream());
    List<Templates.Use> alike = ranked(alike(sample, copies));
    Map<String, String> bodies =
        SampleTexts.bodies(
            tables,
            Stream.concat(found.stream(), alike.stream()).map(Templates.Use::example).toList());
    add("template", date, found, use -> piece(bodies.get(use.example().inquiryId()), use));
    add("copies", date, alike, use -> bodies.get(use.example().inquiryId()));
  }

  private List<Templates.Use> ranked(Stream<Templates.Use> uses) {
    return uses.filter(use -> use.users() >= night.settings().minimumUsers())
        .sorted(
            Comparator.comparingInt((Templates.Use u) -> -u.inquiries())
                .thenComparing(u -> u.example().inquiryId())
                .thenComparing(Templates.Use::fingerprint))
        .limit(MOST)
        .toList();
  }

  private static Stream<Templates.Use> alike(
      List<SampledInquiry> sample, Map<String, List<String>> copies) {
    Map<String, SampledInquiry> byId =
        sample.stream().collect(Collectors.toMap(SampledInquiry::inquiryId, i -> i));
    return copies.entrySet().stream()
        .filter(kept -> kept.getValue().size() + 1 >= FEWEST_COPIES)
        .map(
            kept -> {
              List<SampledInquiry> all =
                  Stream.concat(Stream.of(kept.getKey()), kept.getValue().stream())
                      .map(byId::get)
                      .toList();
              return new Templates.Use(0, Templates.users(all), all.size(), all.get(0));
            });
  }

  /** A template as its example writes it; empty when it stands in the subject. */
  private static String piece(String body, Templates.Use template) {
    return Segments.of(body).stream()
        .filter(s -> s.fingerprint() == template.fingerprint())
        .map(Segment::text)
        .findFirst()
        .orElse("");
  }

  private void add(
      String kind, LocalDate date, List<Templates.Use> uses, Function<Templates.Use, String> text) {
    for (Templates.Use use : uses) {
      rows.add(
          RowFactory.create(
              kind,
              uses.indexOf(use) + 1,
              QuoteChoice.excerpt(text.apply(use), List.of()),
              (long) use.users(),
              (long) use.inquiries(),
              Date.valueOf(date)));
    }
  }

  /** Writes what the run's fits found beside what there was before the run. */
  void write() {
    Dataset<Row> before = tables.read(TABLE).where(col("model_date").lt(lit(night.firstDate())));
    Dataset<Row> found =
        tables.spark().createDataFrame(rows, tables.declaredSchema(TABLE).asNullable());
    tables.write(TABLE, before.unionByName(found).coalesce(1));
  }
}
