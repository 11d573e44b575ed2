package io.koe.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TableCatalogTest {
  private final TableCatalog catalog = TableCatalog.load();

  @Test
  void aTableReadsWhatItsStatementNamesAndNotItsOwnSteps() {
    assertEquals(
        Set.of("inquiry_states", "inquiry_states_as_of", "touched_weeks"),
        catalog.tablesRead(catalog.table("cell_states")));
    assertEquals(Set.of(), catalog.tablesRead(catalog.table("landed_inquiries")));
  }
}
