package io.koe.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The files of {@code sql/analysis/} say what they ask and what they read. */
class AnalysisTest {
  private static final Pattern READ = Pattern.compile("\\b(?:from|join)\\s+([a-z_]+)");
  private static final Pattern DEFINED = Pattern.compile("^([a-z_]+) as \\(", Pattern.MULTILINE);

  private static final TableCatalog CATALOG = TableCatalog.load();

  @Test
  void eachNamesThePublishedTablesItReadsAndNoOthers() {
    for (Analysis analysis : Analysis.all()) {
      assertEquals(read(analysis), new TreeSet<>(analysis.tables()), analysis.name());
      analysis.tables().forEach(t -> assertPublished(analysis, t));
    }
  }

  @Test
  void thoseOfRestrictedTablesSaySo() {
    for (Analysis analysis : Analysis.all()) {
      boolean isRestricted =
          analysis.tables().stream().anyMatch(t -> CATALOG.table(t).place() == Place.RESTRICTED);
      assertEquals(isRestricted, analysis.query().contains("(restricted)"), analysis.name());
    }
  }

  @Test
  void aFileWithoutItsQuestionInBothLanguagesIsRefused() {
    String text = "-- question: Why?\n-- tables: topics\nselect 1";
    assertThrows(IllegalArgumentException.class, () -> Analysis.parse("why.sql", text));
  }

  @Test
  void aHeaderIsRead() {
    String text = "-- question: Why? | なぜ\n-- tables: topics, inquiries (restricted)\nselect 1";
    assertEquals(
        new Analysis("why", "Why?", "なぜ", List.of("topics", "inquiries"), "", text),
        Analysis.parse("why.sql", text));
  }

  private static void assertPublished(Analysis analysis, String table) {
    boolean isPublished = CATALOG.has(table) && CATALOG.table(table).place() != Place.INTERNAL;
    assertEquals(true, isPublished, analysis.name() + " reads " + table);
  }

  private static Set<String> read(Analysis analysis) {
    String code =
        analysis.query().replaceAll("(?m)^--.*$", "").replaceAll("extract\\([^)]*\\)", "");
    Set<String> defined =
        DEFINED.matcher(code).results().map(m -> m.group(1)).collect(Collectors.toSet());
    Set<String> read = new TreeSet<>();
    READ.matcher(code).results().map(m -> m.group(1)).forEach(read::add);
    read.removeAll(defined);
    return read;
  }
}
