package io.koe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.sql.ColumnUnit;
import io.koe.sql.TableCatalog;
import io.koe.sql.TableColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CatalogPageTest {
  @Test
  void theCatalogueInTheRepositoryIsThatOfTheFilesInSql() throws IOException {
    assertEquals(
        CatalogPage.of(TableCatalog.load()),
        Files.readString(Path.of("..", "sql", "CATALOG.md")),
        "write it again: jobs/bin/koe catalog --format markdown > sql/CATALOG.md");
  }

  @Test
  void unitsFollowFromNames() {
    assertEquals("hours", unit("first_reply_hours", ""));
    assertEquals("0 to 1", unit("cumulative_share", ""));
    assertEquals("count", unit("sessions_confirmed", ""));
    assertEquals("day, Japan time", unit("week_start_date", ""));
    assertEquals("by metric, see definitions", unit("value_low", ""));
    assertEquals("", unit("topics", "string"));
  }

  @Test
  void completionKnowsTablesAndSavedQuestions() {
    Console.Result script = Console.run("completion");
    assertEquals(0, script.exit(), script.err());
    assertTrue(script.out().contains("contact_drivers_weekly"), script.out());
    assertTrue(script.out().contains("weekly_top_drivers"), script.out());
  }

  private static String unit(String name, String type) {
    return ColumnUnit.of(new TableColumn(name, type, "", ""));
  }
}
