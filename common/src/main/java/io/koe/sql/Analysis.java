package io.koe.sql;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A question analysts ask, answered by one query over published tables: {@code
 * sql/analysis/<name>.sql}. It runs as it is on Spark SQL and on DuckDB.
 *
 * <pre>
 * -- question: … | 日本語
 * -- tables: a, b (restricted)
 * -- change: what to put otherwise     (only where there is something)
 * </pre>
 *
 * @param name the file's name without its ending
 * @param english the question in English
 * @param japanese the same in Japanese
 * @param tables what it reads
 * @param change what a reader may want to put otherwise; empty for nothing
 * @param query the whole file
 */
public record Analysis(
    String name,
    String english,
    String japanese,
    List<String> tables,
    String change,
    String query) {

  /** All of them, by name; throws {@link IllegalArgumentException} on a file not in form. */
  public static List<Analysis> all() {
    return SqlFiles.analyses().stream().map(f -> parse(f.name(), f.text())).toList();
  }

  /** The one of a name. */
  public static Optional<Analysis> of(String name) {
    return all().stream().filter(a -> a.name().equals(name)).findFirst();
  }

  static Analysis parse(String file, String text) {
    String[] question = head(text, "question").split(" \\| ", 2);
    String tables = head(text, "tables").replace("(restricted)", "");
    if (question.length != 2 || tables.isBlank()) {
      throw new IllegalArgumentException(
          "sql/analysis/" + file + " needs a header: question: English | Japanese, and tables");
    }
    return new Analysis(
        file.replaceFirst("\\.sql$", ""),
        question[0],
        question[1],
        Arrays.stream(tables.split(",", -1)).map(String::strip).toList(),
        head(text, "change"),
        text);
  }

  private static String head(String text, String key) {
    String start = "-- " + key + ":";
    return text.lines()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .findFirst()
        .orElse("");
  }
}
