package io.koe.pipeline;

import io.koe.query.Column;
import io.koe.query.PinnedTables;
import io.koe.query.RowReader;
import io.koe.store.Warehouse;
import io.koe.topics.taxonomy.CuratedTopic;
import io.koe.topics.taxonomy.Taxonomy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a taxonomy would do with a published warehouse. */
public final class TaxonomyCheck {
  private static final String SEPARATOR = "\u001f";

  /** The terms of the newest 56 days' inquiries, and the topic the newest model gives each. */
  private static final String INQUIRIES =
      """
      with newest as (
        select inquiry_id, max_by(terms, arrival_date) as terms
        from inquiry_tokens
        where created_date > (select max(created_date) from inquiry_tokens) - 56
        group by inquiry_id
      ),
      model as (
        select inquiry_id, topic_id from topic_assignments
        where is_primary and model_date = (select max(model_date) from topic_assignments)
      )
      select array_to_string(newest.terms, chr(31)) as terms, model.topic_id
      from newest left join model on model.inquiry_id = newest.inquiry_id
      """;

  private final Taxonomy taxonomy;

  public TaxonomyCheck(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  /** One line per finding, for people. */
  public List<String> lines(Optional<Path> warehouse) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%d topics, %d hidden: the taxonomy is in form"
            .formatted(taxonomy.topics().size(), taxonomy.hidden().size()));
    warehouse.ifPresent(
        path -> {
          Warehouse published = Warehouse.published(path);
          Path snapshot = published.snapshot(published.newest().orElseThrow());
          try (PinnedTables tables = PinnedTables.open(snapshot)) {
            lines.addAll(unknownTopics(tables));
            lines.addAll(matches(tables));
          }
        });
    return lines;
  }

  private List<String> unknownTopics(PinnedTables tables) {
    Set<Object> known = new HashSet<>();
    tables
        .query("select topic_id from topic_lineage union select topic_id from topics")
        .rows()
        .forEach(row -> known.add(row.get(0)));
    List<String> lines = new ArrayList<>();
    taxonomy.topics().stream()
        .flatMap(topic -> Stream.concat(topic.from().stream(), topic.within().stream()))
        .filter(id -> !known.contains(id))
        .forEach(id -> lines.add("WARN  " + id + " was never a topic of this warehouse"));
    taxonomy.hidden().stream()
        .filter(id -> !known.contains(id))
        .sorted()
        .forEach(id -> lines.add("WARN  " + id + " was never a topic of this warehouse"));
    return lines;
  }

  private List<String> matches(PinnedTables tables) {
    Matches matches = new Matches(taxonomy.topics());
    tables.read(INQUIRIES, matches);
    return matches.lines();
  }

  /** Counts, inquiry by inquiry, what each rule takes and which of its words occur. */
  private static final class Matches implements RowReader {
    private final List<CuratedTopic> ruled;
    private final int[] taken;
    private final Map<String, Integer> words = new LinkedHashMap<>();
    private int inquiries;

    Matches(List<CuratedTopic> topics) {
      this.ruled = topics.stream().filter(topic -> topic.rule() != null).toList();
      this.taken = new int[ruled.size()];
      ruled.forEach(topic -> topic.rule().words().forEach(word -> words.put(word, 0)));
    }

    @Override
    public void begin(List<Column> columns) {}

    @Override
    public void row(List<Object> values) {
      List<String> terms = Arrays.asList(String.valueOf(values.get(0)).split(SEPARATOR));
      inquiries++;
      for (int i = 0; i < taken.length; i++) {
        taken[i] += ruled.get(i).takes(terms, (String) values.get(1)) ? 1 : 0;
      }
      Set<String> distinct = new HashSet<>(terms);
      words.replaceAll((word, count) -> count + (distinct.contains(word) ? 1 : 0));
    }

    @Override
    public void end() {}

    List<String> lines() {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < taken.length; i++) {
        lines.add(
            "%s  %-24s %,8d of %,d inquiries  %s"
                .formatted(
                    taken[i] == 0 ? "WARN" : "ok  ",
                    ruled.get(i).id(),
                    taken[i],
                    inquiries,
                    ruled.get(i).name()));
      }
      words.forEach(
          (word, count) -> {
            if (count == 0) {
              lines.add(
                  "WARN  no inquiry has the term "
                      + word
                      + ": terms are in base form, as 届かない for 届きません");
            }
          });
      return lines;
    }
  }
}
