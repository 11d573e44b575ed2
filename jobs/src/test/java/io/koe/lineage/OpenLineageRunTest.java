package io.koe.lineage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.koe.store.Commit;
import io.koe.store.Commit.CommittedColumn;
import io.koe.store.Commit.CommittedTable;
import io.koe.store.JsonFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shape OpenLineage 2-0-2 asks of events and facets. */
class OpenLineageRunTest {
  private static final LocalDate NIGHT = LocalDate.of(2026, 10, 4);
  private static final Instant NOW = Instant.parse("2026-10-04T16:00:00Z");

  private final OpenLineageRun run =
      new OpenLineageRun(
          Path.of("/drop"), Path.of("/wh"), "2026-10-04-000001", NIGHT, NIGHT, "0.1.0", "4.1.3");

  @TempDir private Path folder;

  @Test
  void aStartAndAnEndAreOfOneRunOfOneJob() throws IOException {
    JsonNode start = written(run.start(NOW));
    JsonNode fail = written(run.fail(NOW, "a gate failed"));
    for (JsonNode event : List.of(start, fail)) {
      assertEquals(
          "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent",
          event.get("schemaURL").asText());
      assertEquals("urn:koe:0.1.0", event.get("producer").asText());
      assertEquals(NOW, Instant.parse(event.get("eventTime").asText()));
      assertEquals(
          start.get("run").get("runId").asText(),
          UUID.fromString(event.get("run").get("runId").asText()).toString());
      assertEquals("koe", event.get("job").get("namespace").asText());
      assertEquals("run /wh", event.get("job").get("name").asText());
      assertTrue(event.get("inputs").isArray() && event.get("outputs").isArray());
      assertFacets(event);
    }
    assertEquals("START", start.get("eventType").asText());
    assertEquals("FAIL", fail.get("eventType").asText());
    JsonNode facets = fail.get("run").get("facets");
    assertEquals("a gate failed", facets.get("errorMessage").get("message").asText());
    assertEquals(
        "2026-10-04T00:00:00+09:00", facets.get("nominalTime").get("nominalStartTime").asText());
    assertEquals(
        "2026-10-05T00:00:00+09:00", facets.get("nominalTime").get("nominalEndTime").asText());
  }

  @Test
  void whatIsPublishedIsToldWithItsColumnsAndWhereTheyComeFrom() throws IOException {
    JsonNode event = written(run.complete(NOW, commit(), List.of("inquiries"), lineage()));
    assertEquals("COMPLETE", event.get("eventType").asText());
    assertFacets(event);
    assertEquals(
        "{\"namespace\":\"file\",\"name\":\"/drop/inquiries\"}",
        sorted(event.get("inputs").get(0)));
    JsonNode topics = event.get("outputs").get(1);
    assertEquals("/wh/current/shared/topics", topics.get("name").asText());
    JsonNode facets = topics.get("facets");
    assertEquals("s1", facets.get("version").get("datasetVersion").asText());
    assertEquals(
        "[{\"name\":\"topic_id\",\"type\":\"string\",\"description\":\"its id\"}]",
        facets.get("schema").get("fields").toString());
    JsonNode lineage = facets.get("columnLineage");
    JsonNode input = lineage.get("fields").get("topic_id").get("inputFields").get(0);
    assertEquals("/wh/current/restricted/inquiries", input.get("name").asText());
    assertEquals("body", input.get("field").asText());
    assertEquals("DIRECT", input.get("transformations").get(0).get("type").asText());
    assertEquals("user_id", lineage.get("dataset").get(0).get("field").asText());
    assertEquals(
        "INDIRECT",
        lineage.get("dataset").get(0).get("transformations").get(0).get("type").asText());
    JsonNode statistics = topics.get("outputFacets").get("outputStatistics");
    assertEquals(1000, statistics.get("size").asLong());
    assertEquals(2, statistics.get("fileCount").asLong());
  }

  /** Every facet says who made it and what it means. */
  private static void assertFacets(JsonNode node) {
    for (String kind : List.of("facets", "outputFacets")) {
      if (node.has(kind)) {
        for (Map.Entry<String, JsonNode> facet : node.get(kind).properties()) {
          assertEquals("urn:koe:0.1.0", facet.getValue().get("_producer").asText());
          assertTrue(
              facet
                  .getValue()
                  .get("_schemaURL")
                  .asText()
                  .matches(
                      "https://openlineage.io/spec/facets/\\d-\\d-\\d/(\\w+).json#/\\$defs/\\1"),
              facet.getKey());
        }
      }
    }
    node.forEach(OpenLineageRunTest::assertFacets);
  }

  private static Commit commit() {
    return new Commit(
        1,
        0,
        0,
        "2026-10-04-000001",
        "key",
        NIGHT,
        NIGHT,
        "s1",
        NOW,
        "hash",
        Map.of(),
        List.of(
            new CommittedTable("restricted", "inquiries", "a row an inquiry", null, 1, 500),
            new CommittedTable(
                "shared",
                "topics",
                "a row a topic",
                null,
                2,
                1000,
                List.of(new CommittedColumn("topic_id", "string", "its id", false)))));
  }

  /** Through a table that is not published. */
  private static Lineage lineage() {
    TreeMap<ColumnName, NavigableSet<ColumnName>> values = new TreeMap<>();
    values.put(new ColumnName("topics", "topic_id"), set(new ColumnName("between", "term")));
    values.put(new ColumnName("between", "term"), set(new ColumnName("inquiries", "body")));
    TreeMap<String, NavigableSet<ColumnName>> rows = new TreeMap<>();
    rows.put("topics", set(new ColumnName("inquiries", "user_id")));
    return new Lineage(values, rows, new TreeMap<>());
  }

  private static NavigableSet<ColumnName> set(ColumnName column) {
    return new TreeSet<>(List.of(column));
  }

  private JsonNode written(Map<String, Object> event) throws IOException {
    return new ObjectMapper()
        .readTree(JsonFile.write(folder.resolve("new/event.json"), event).toFile());
  }

  private static String sorted(JsonNode dataset) {
    return "{\"namespace\":%s,\"name\":%s}"
        .formatted(dataset.get("namespace"), dataset.get("name"));
  }
}
