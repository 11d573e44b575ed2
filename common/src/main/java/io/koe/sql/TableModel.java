package io.koe.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One file of {@code sql/<stage>/}: the one place that names a table's columns.
 *
 * <p>The file opens with a header of comments:
 *
 * <pre>
 * -- place: shared | restricted | internal
 * -- grain: one row per …
 * -- partitioned by: created_date        (only when it is)
 * -- read by day: yes                    (when what reads it names the days it wants)
 * -- question: …                         (any number)
 * -- from: table, table                   (of a table Java makes of others; its columns' inputs and
 * -- from column, column: table.column     what decides on its rows follow, any number)
 * -- rows by: table.column
 * </pre>
 *
 * @param stage the stage that owns it, the folder's name
 * @param name the table
 * @param place where it lives
 * @param grain what one row is
 * @param partitionColumn its hive-style partition column, if any
 * @param isReadByDay whether what reads it in a night names the partitions it wants, all but few
 *     queries, so that it does not pay to keep it in memory
 * @param questions example questions it answers
 * @param statement for a {@code .sql} file, the one statement it holds; for a {@code .ddl} file,
 *     the column list
 * @param computedBySql whether the file is a {@code .sql} (else Java writes the table)
 */
public record TableModel(
    String stage,
    String name,
    Place place,
    String grain,
    Optional<String> partitionColumn,
    boolean isReadByDay,
    List<String> questions,
    String statement,
    boolean computedBySql) {

  /** The file's path under {@code sql/}. */
  public String fileName() {
    return stage + "/" + name + (computedBySql ? ".sql" : ".ddl");
  }

  static TableModel parse(String stage, String fileName, String text) {
    boolean sql = fileName.endsWith(".sql");
    String name = fileName.substring(0, fileName.lastIndexOf('.'));
    Place place = null;
    String grain = null;
    String partition = null;
    boolean readByDay = false;
    List<String> questions = new ArrayList<>();
    for (String line : text.lines().takeWhile(l -> l.startsWith("--")).toList()) {
      String[] parts = line.substring(2).split(":", 2);
      String value = parts.length == 2 ? parts[1].strip() : "";
      switch (parts[0].strip()) {
        case "place" -> place = Place.valueOf(value.toUpperCase(java.util.Locale.ROOT));
        case "grain" -> grain = value;
        case "partitioned by" -> partition = value;
        case "read by day" -> readByDay = value.equals("yes");
        case "question" -> questions.add(value);
        default -> {
          // Any other comment is for the reader.
        }
      }
    }
    if (place == null || grain == null) {
      throw new IllegalArgumentException(
          "sql/" + stage + "/" + fileName + " needs a header with place and grain");
    }
    return new TableModel(
        stage,
        name,
        place,
        grain,
        Optional.ofNullable(partition),
        readByDay,
        List.copyOf(questions),
        text,
        sql);
  }
}
