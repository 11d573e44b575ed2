package io.koe.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.koe.night.Night;
import io.koe.night.RunTables;
import java.sql.Date;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Names a labeller suggests for topics it was not asked about before, as rows of their table. */
final class SuggestedLabels {
  private static final String TABLE = "topic_suggested_labels";
  private static final int TERMS = 10;
  private static final int QUOTES = 3;
  private static final int RECENT_DAYS = 28;

  private SuggestedLabels() {}

  /** Writes the table: what there was, and what the labeller adds. */
  static void write(
      RunTables tables, Night night, List<Topic> topics, Optional<TopicLabeller> labeller) {
    Dataset<Row> before = tables.read(TABLE);
    List<Row> rows = new ArrayList<>();
    labeller.ifPresent(asked -> rows.addAll(suggested(tables, night, topics, asked)));
    Dataset<Row> added =
        tables.spark().createDataFrame(rows, tables.declaredSchema(TABLE).asNullable());
    tables.write(TABLE, before.unionByName(added).coalesce(1));
  }

  private static List<Row> suggested(
      RunTables tables, Night night, List<Topic> topics, TopicLabeller labeller) {
    Set<String> known = new HashSet<>();
    tables
        .read(TABLE)
        .where(col("model").equalTo(labeller.model()))
        .where(col("prompt_version").equalTo(labeller.promptVersion()))
        .select("topic_id")
        .collectAsList()
        .forEach(row -> known.add(row.getString(0)));
    Map<String, List<String>> quotes = quotes(tables, night);
    List<Row> rows = new ArrayList<>();
    for (Topic topic : topics) {
      if (topic.isOpen() && !known.contains(topic.id())) {
        List<String> terms = topic.terms().stream().limit(TERMS).map(TopicTerm::term).toList();
        labeller
            .suggest(
                terms, quotes.getOrDefault(topic.id(), List.of()).stream().limit(QUOTES).toList())
            .ifPresent(label -> rows.add(row(topic.id(), label, labeller, night)));
      }
    }
    return rows;
  }

  /** The newest quotes of each topic. */
  private static Map<String, List<String>> quotes(RunTables tables, Night night) {
    Map<String, List<String>> quotes = new HashMap<>();
    tables
        .read("topic_quotes")
        .where(col("week_start_date").gt(lit(night.date().minusDays(RECENT_DAYS))))
        .orderBy(col("week_start_date").desc(), col("topic_id"), col("rank"))
        .select("topic_id", "quote")
        .collectAsList()
        .forEach(
            row ->
                quotes
                    .computeIfAbsent(row.getString(0), topic -> new ArrayList<>())
                    .add(row.getString(1)));
    return quotes;
  }

  private static Row row(String topicId, String label, TopicLabeller labeller, Night night) {
    return RowFactory.create(
        topicId, label, labeller.model(), labeller.promptVersion(), Date.valueOf(night.date()));
  }
}
