package io.koe.lineage;

import io.koe.sql.TableCatalog;
import io.koe.store.Commit;
import io.koe.store.Commit.CommittedColumn;
import io.koe.store.Commit.CommittedTable;
import io.koe.store.Storage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A run in the words of OpenLineage 2-0-2: what starts it and what ends it, as JSON that a server
 * of lineage takes as it is. Names, types, counts and columns of tables; no row of theirs.
 *
 * @param drop the folder read
 * @param warehouse the folder published to
 * @param runId Koe's own name of the run
 * @param firstDate the first night
 * @param lastDate the last night
 * @param version of Koe
 * @param spark version of Spark
 */
public record OpenLineageRun(
    Path drop,
    Path warehouse,
    String runId,
    LocalDate firstDate,
    LocalDate lastDate,
    String version,
    String spark) {
  private static final String SPEC = "https://openlineage.io/spec/";
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  /** The run has begun. */
  public Map<String, Object> start(Instant time) {
    return event("START", time, Map.of(), List.of(), List.of());
  }

  /**
   * The run has published nothing.
   *
   * @param message why, in words that quote no row
   */
  public Map<String, Object> fail(Instant time, String message) {
    Map<String, Object> error =
        facet(
            "facets/1-0-1/ErrorMessageRunFacet",
            Map.of("message", message, "programmingLanguage", "JAVA"));
    return event("FAIL", time, Map.of("errorMessage", error), List.of(), List.of());
  }

  /**
   * The run has published.
   *
   * @param inputs tables of the drop that are there
   * @param lineage of all tables
   */
  public Map<String, Object> complete(
      Instant time, Commit commit, Collection<String> inputs, Lineage lineage) {
    Columns columns = new Columns(lineage, commit);
    TableCatalog catalog = TableCatalog.load();
    List<Map<String, Object>> outputs =
        commit.tables().stream()
            .filter(table -> catalog.has(table.name()))
            .map(table -> output(commit, table, columns))
            .toList();
    List<Map<String, Object>> read =
        inputs.stream().sorted().map(table -> dataset(drop.resolve(table))).toList();
    return event("COMPLETE", time, Map.of(), read, outputs);
  }

  private Map<String, Object> event(
      String type,
      Instant time,
      Map<String, Object> runFacets,
      List<Map<String, Object>> inputs,
      List<Map<String, Object>> outputs) {
    Map<String, Object> facets = new LinkedHashMap<>(runFacets);
    facets.put(
        "nominalTime",
        facet(
            "facets/1-0-1/NominalTimeRunFacet",
            Map.of(
                "nominalStartTime", midnight(firstDate),
                "nominalEndTime", midnight(lastDate.plusDays(1)))));
    facets.put(
        "processing_engine",
        facet("facets/1-1-1/ProcessingEngineRunFacet", Map.of("name", "spark", "version", spark)));
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("eventType", type);
    event.put("eventTime", time);
    event.put("producer", producer());
    event.put("schemaURL", SPEC + "2-0-2/OpenLineage.json#/$defs/RunEvent");
    event.put("run", Map.of("runId", uuid(), "facets", facets));
    event.put("job", job());
    event.put("inputs", inputs);
    event.put("outputs", outputs);
    return event;
  }

  private Map<String, Object> job() {
    Map<String, Object> type =
        facet(
            "facets/2-0-3/JobTypeJobFacet",
            Map.of("processingType", "BATCH", "integration", "SPARK", "jobType", "JOB"));
    return Map.of(
        "namespace", "koe", "name", "run " + path(warehouse), "facets", Map.of("jobType", type));
  }

  /** Of the same run the same, in all its events. */
  private String uuid() {
    String name = path(warehouse) + " " + runId;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private Map<String, Object> output(Commit commit, CommittedTable table, Columns columns) {
    Map<String, Object> facets = new LinkedHashMap<>();
    facets.put(
        "version",
        facet(
            "facets/1-0-1/DatasetVersionDatasetFacet",
            Map.of("datasetVersion", commit.snapshot())));
    if (!table.comment().isEmpty()) {
      facets.put(
          "documentation",
          facet("facets/1-0-1/DocumentationDatasetFacet", Map.of("description", table.comment())));
    }
    facets.put(
        "schema",
        facet(
            "facets/1-1-1/SchemaDatasetFacet",
            Map.of("fields", table.columns().stream().map(OpenLineageRun::field).toList())));
    Map<String, Object> from = columns.of(table);
    if (!from.isEmpty()) {
      facets.put("columnLineage", facet("facets/1-2-0/ColumnLineageDatasetFacet", from));
    }
    Map<String, Object> dataset = new LinkedHashMap<>(dataset(published(table)));
    dataset.put("facets", facets);
    dataset.put(
        "outputFacets",
        Map.of(
            "outputStatistics",
            facet("facets/1-0-2/OutputStatisticsOutputDatasetFacet", statistics(table))));
    return dataset;
  }

  private static Map<String, Object> statistics(CommittedTable table) {
    Map<String, Object> statistics = new LinkedHashMap<>();
    if (table.rows() != null) {
      statistics.put("rowCount", table.rows());
    }
    statistics.put("size", table.bytes());
    statistics.put("fileCount", table.files());
    return statistics;
  }

  private static Map<String, Object> field(CommittedColumn column) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("name", column.name());
    field.put("type", column.type());
    if (!column.comment().isEmpty()) {
      field.put("description", column.comment());
    }
    return field;
  }

  /** The same in every night: the version says which. */
  private Path published(CommittedTable table) {
    return warehouse.resolve("current").resolve(table.place()).resolve(table.name());
  }

  private static Map<String, Object> dataset(Path folder) {
    if (Storage.isLocal(folder)) {
      return Map.of("namespace", "file", "name", path(folder));
    }
    URI place = folder.toUri();
    return Map.of("namespace", "hdfs://" + place.getAuthority(), "name", place.getPath());
  }

  private Map<String, Object> facet(String definition, Map<String, Object> content) {
    String name = definition.substring(definition.lastIndexOf('/') + 1);
    Map<String, Object> facet = new LinkedHashMap<>();
    facet.put("_producer", producer());
    facet.put("_schemaURL", SPEC + definition + ".json#/$defs/" + name);
    facet.putAll(content);
    return facet;
  }

  private String producer() {
    return "urn:koe:" + version;
  }

  private static String midnight(LocalDate date) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(date.atStartOfDay(JAPAN));
  }

  private static String path(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }

  /** What columns of published tables come from, in columns of published tables. */
  private final class Columns {
    private final Lineage lineage;
    private final Map<String, CommittedTable> tables = new LinkedHashMap<>();

    Columns(Lineage lineage, Commit commit) {
      this.lineage = lineage;
      commit.tables().forEach(table -> tables.put(table.name(), table));
    }

    /** Empty when nothing is known. */
    Map<String, Object> of(CommittedTable table) {
      Map<String, Object> fields = new LinkedHashMap<>();
      for (CommittedColumn column : table.columns()) {
        Set<ColumnName> inputs = resolved(lineage.inputs(name(table, column)));
        if (!inputs.isEmpty()) {
          fields.put(
              column.name(),
              Map.of("inputFields", inputs.stream().map(i -> input(i, "DIRECT")).toList()));
        }
      }
      Set<ColumnName> rows = resolved(lineage.rows().getOrDefault(table.name(), new TreeSet<>()));
      if (fields.isEmpty() && rows.isEmpty()) {
        return Map.of();
      }
      return Map.of(
          "fields", fields, "dataset", rows.stream().map(r -> input(r, "INDIRECT")).toList());
    }

    private static ColumnName name(CommittedTable table, CommittedColumn column) {
      return new ColumnName(table.name(), column.name());
    }

    /** Tables between two published ones are looked through. */
    private Set<ColumnName> resolved(NavigableSet<ColumnName> inputs) {
      Set<ColumnName> resolved = new TreeSet<>();
      Set<ColumnName> seen = new TreeSet<>();
      List<ColumnName> open = new ArrayList<>(inputs);
      while (!open.isEmpty()) {
        ColumnName next = open.remove(open.size() - 1);
        if (tables.containsKey(next.table())) {
          resolved.add(next);
        } else if (seen.add(next)) {
          open.addAll(lineage.inputs(next));
        }
      }
      return resolved;
    }

    private Map<String, Object> input(ColumnName column, String type) {
      Map<String, Object> input =
          new LinkedHashMap<>(dataset(published(tables.get(column.table()))));
      input.put("field", column.column());
      input.put("transformations", List.of(Map.of("type", type)));
      return input;
    }
  }
}
