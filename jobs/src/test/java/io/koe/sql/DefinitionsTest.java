package io.koe.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No metric is published without a row that says what it means. */
class DefinitionsTest {
  private static final String DEFINITIONS = "definitions";
  private static final Pattern NAMED = Pattern.compile("'(\\w+)'\\s+as metric_id");
  private static final Pattern LISTED =
      Pattern.compile(
          "\\(values((?:(?!\\(values).)*?)\\)\\s*as \\w+\\s*\\(metric_id", Pattern.DOTALL);
  private static final Pattern FIRST_OF_ROW = Pattern.compile("\\(\\s*'(\\w+)'");
  private static final Pattern DEFINED = Pattern.compile("\\n\\s+\\('(\\w+)', \\d+,");

  private final TableCatalog catalog = TableCatalog.load();

  @Test
  void everyMetricOfTheFilesHasADefinition() {
    Set<String> metrics = new TreeSet<>();
    catalog.tables().stream()
        .filter(t -> !t.name().equals(DEFINITIONS))
        .forEach(t -> metrics.addAll(metricsOf(t.statement())));
    assertTrue(
        metrics.containsAll(
            List.of(
                "bot_automation_rate",
                "contacts_spam",
                "experiment_contacted_share",
                "first_reply_hours_p90",
                "full_resolution_hours_mean")),
        metrics.toString());
    metrics.removeAll(found(DEFINED, catalog.table(DEFINITIONS).statement()));
    assertEquals(Set.of(), metrics, "metrics without a row in sql/publish/definitions.sql");
  }

  @Test
  void everyPublishedTableOfMetricsIsCheckedForDefinitions() {
    String check = catalog.check(DEFINITIONS).orElseThrow().query();
    Set<String> words = new TreeSet<>(Arrays.asList(check.split("\\W+", -1)));
    List<String> unchecked =
        catalog.tables().stream()
            .filter(t -> t.place() != Place.INTERNAL && !words.contains(t.name()))
            .filter(t -> t.statement().contains("\n  metric_id comment"))
            .map(TableModel::name)
            .toList();
    assertEquals(List.of(), unchecked, "tables not in sql/publish/definitions.check.sql");
  }

  private static Set<String> metricsOf(String statement) {
    Set<String> metrics = found(NAMED, statement);
    LISTED
        .matcher(statement)
        .results()
        .forEach(m -> metrics.addAll(found(FIRST_OF_ROW, m.group(1))));
    return metrics;
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(m -> m.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
