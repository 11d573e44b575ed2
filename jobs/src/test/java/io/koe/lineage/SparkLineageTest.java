package io.koe.lineage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.TestSpark;
import io.koe.duckdb.TableOrder;
import io.koe.lineage.LineagePrinter.Format;
import io.koe.sql.Place;
import io.koe.sql.TableCatalog;
import io.koe.sql.TableColumn;
import io.koe.sql.TableModel;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SparkLineageTest {
  private static final TableCatalog CATALOG = TableCatalog.load();
  private static Lineage lineage;

  @BeforeAll
  static void analyse() {
    lineage = SparkLineage.of(TestSpark.session(), CATALOG, TableOrder.of(CATALOG, List.of()));
  }

  @Test
  void aColumnOfALatestVersionComesFromTheSameColumnOfAllVersions() {
    assertEquals(inputs("landed_inquiries.body"), lineage.inputs(column("inquiries.body")));
    assertTrue(lineage.rows().get("inquiries").contains(column("landed_inquiries.arrival_date")));
    assertTrue(
        lineage.tablesOf("inquiries").containsAll(List.of("landed_inquiries", "touched_days")));
  }

  @Test
  void whatIsPublishedComesFromTheDropInTheEnd() {
    Set<String> tables = new TreeSet<>();
    lineage.upstream(column("metrics_weekly.value")).forEach(c -> tables.add(c.table()));
    assertTrue(tables.contains("landed_inquiry_events"), tables.toString());
    assertTrue(tables.contains("landed_inquiries"), tables.toString());
  }

  @Test
  void everyColumnSqlComputesIsThereAndAllItsInputsAreColumnsOfTables() {
    for (TableModel table : CATALOG.tables()) {
      if (table.computedBySql()) {
        TableColumn.of(table)
            .forEach(
                c ->
                    assertTrue(
                        lineage.values().containsKey(new ColumnName(table.name(), c.name()))));
      }
    }
    lineage.values().values().forEach(inputs -> inputs.forEach(SparkLineageTest::assertThere));
  }

  private static void assertThere(ColumnName input) {
    TableModel table = CATALOG.table(input.table());
    boolean isThere =
        table.computedBySql()
            ? lineage.values().containsKey(input)
            : TableColumn.of(table).stream().anyMatch(c -> c.name().equals(input.column()));
    assertTrue(isThere, input.toString());
  }

  @Test
  void everyPublishedTableJavaWritesAfterIngestSaysWhatItsColumnsAreMadeFrom() {
    List<String> silent = new ArrayList<>();
    for (TableModel table : CATALOG.tables()) {
      boolean isMadeLater =
          !table.computedBySql()
              && table.place() != Place.INTERNAL
              && !List.of("ingest", "publish").contains(table.stage());
      if (isMadeLater && lineage.tablesOf(table.name()).isEmpty()) {
        silent.add(table.fileName());
      }
      lineage.tables().getOrDefault(table.name(), new TreeSet<>()).forEach(CATALOG::table);
      if (isMadeLater) {
        TableColumn.of(table).stream()
            .map(column -> new ColumnName(table.name(), column.name()))
            .filter(column -> !lineage.values().containsKey(column))
            .forEach(column -> silent.add(column.toString()));
      }
    }
    assertEquals(List.of(), silent, "give each a line '-- from: …', see DeclaredLineage");
  }

  @Test
  void whatAFileSaysIsOfItsOwnColumnsAndOfTheTablesItNames() {
    for (TableModel table : CATALOG.tables()) {
      if (!table.computedBySql()) {
        DeclaredLineage declared = DeclaredLineage.of(table);
        declared.values().keySet().forEach(SparkLineageTest::assertThere);
        declared.rows().forEach(SparkLineageTest::assertThere);
        Set<String> used = new TreeSet<>();
        declared.values().values().forEach(inputs -> inputs.forEach(i -> used.add(i.table())));
        declared.rows().forEach(input -> used.add(input.table()));
        assertEquals(declared.tables(), used, table.fileName());
      }
    }
  }

  @Test
  void aTopicsQuoteComesFromMaskedBodiesAlone() {
    assertEquals(inputs("landed_inquiries.body"), lineage.inputs(column("topic_quotes.quote")));
    assertEquals(
        inputs("landed_inquiries.subject", "landed_inquiries.body"),
        lineage.inputs(column("inquiry_tokens.terms")));
    assertEquals(inputs(), lineage.inputs(column("topic_models.model_date")));
    assertEquals(
        inputs("emerging_daily.p_value"), lineage.inputs(column("emerging_daily_before.p_value")));
  }

  @Test
  void itPrintsForPeopleForProgrammesAndForADrawing() {
    ColumnName body = column("inquiries.body");
    assertEquals(
        "inquiries.body\n  landed_inquiries.body\n", printed(p -> p.column(body, Format.TEXT)));
    assertEquals(
        "flowchart LR\n  landed_inquiries.body --> inquiries.body\n",
        printed(p -> p.column(body, Format.MERMAID)));
    assertEquals(
        """
        [
        {"column":"inquiries.body","inputs":["landed_inquiries.body"]},
        {"column":"landed_inquiries.body","inputs":[]}
        ]
        """,
        printed(p -> p.column(body, Format.JSON)));
    String table = printed(p -> p.table("inquiries", Format.TEXT));
    assertTrue(table.contains("inquiries.subject ← landed_inquiries.subject\n"), table);
    assertEquals(
        "inquiry_tokens ← landed_inquiries\n",
        printed(p -> p.tables(List.of("inquiry_tokens"), Format.TEXT)));
  }

  private static String printed(Consumer<LineagePrinter> print) {
    StringWriter text = new StringWriter();
    print.accept(new LineagePrinter(lineage, new PrintWriter(text)));
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  private static Set<ColumnName> inputs(String... columns) {
    Set<ColumnName> inputs = new TreeSet<>();
    for (String each : columns) {
      inputs.add(column(each));
    }
    return inputs;
  }

  private static ColumnName column(String name) {
    String[] parts = name.split("\\.", 2);
    return new ColumnName(parts[0], parts[1]);
  }
}
