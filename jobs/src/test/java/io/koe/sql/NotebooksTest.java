package io.koe.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The notebooks as they are kept: run to the end, small, and of no machine. */
class NotebooksTest {
  private static final Path FOLDER = Path.of("..", "notebooks-export");
  private static final Pattern ASKED = Pattern.compile("analysis\\(\"(\\w+)\"\\)");
  private static final Pattern REQUEST =
      Pattern.compile("<script|<link|<iframe|src=\"(?!data:)|url\\(", Pattern.CASE_INSENSITIVE);

  @Test
  void eachHasRunFromItsFirstCellToItsLastWithoutAnError() throws IOException {
    for (Path notebook : notebooks()) {
      int run = 0;
      for (JsonNode cell : new ObjectMapper().readTree(notebook.toFile()).get("cells")) {
        if (cell.get("cell_type").asText().equals("code")) {
          assertEquals(++run, cell.get("execution_count").asInt(), notebook.toString());
          cell.get("outputs")
              .forEach(
                  o -> assertFalse(o.get("output_type").asText().equals("error"), o.toString()));
        }
      }
    }
  }

  @Test
  void eachHasItsPageBesideItWhichAsksForNothing() throws IOException {
    for (Path notebook : notebooks()) {
      String page = Files.readString(Path.of(notebook.toString().replace(".ipynb", ".html")));
      assertFalse(REQUEST.matcher(page).find(), notebook.toString());
      assertTrue(page.contains("src=\"data:image/png"), notebook.toString());
      assertTrue(page.length() < 500_000 && Files.size(notebook) < 500_000, notebook.toString());
    }
  }

  @Test
  void eachSavedQuestionTheyAskIsThere() throws IOException {
    List<String> names = Analysis.all().stream().map(Analysis::name).toList();
    for (Path notebook : notebooks()) {
      ASKED
          .matcher(Files.readString(notebook).replace("\\\"", "\""))
          .results()
          .forEach(m -> assertTrue(names.contains(m.group(1)), m.group(1)));
    }
  }

  private static List<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> found = files.filter(f -> f.toString().endsWith(".ipynb")).sorted().toList();
      assertEquals(5, found.size());
      return found;
    }
  }
}
