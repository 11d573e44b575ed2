package io.koe.duckdb;

import io.koe.sql.NamedParameters;
import io.koe.sql.TableColumn;
import io.koe.sql.TableModel;
import io.koe.store.SqlText;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The statements of {@code sql/} for DuckDB. They run as they are but for this:
 *
 * <ul>
 *   <li>views are tables, so that each is computed once, and none is temporary: there is nothing it
 *       would outlive;
 *   <li>the comments of views and columns are left out;
 *   <li>{@code array(} is {@code list_value(};
 *   <li>{@code :parameters} are literals.
 * </ul>
 *
 * <p>Functions of other names are those of {@code sql/duckdb.sql}, {@link NightStatistics} and
 * {@link CheckStatistics}.
 */
public final class DuckDbSql {
  private static final Pattern VIEW =
      Pattern.compile("^create or replace temporary view\\b", Pattern.MULTILINE);

  private static final Pattern COMMENT =
      Pattern.compile("\\bcomment\\s+'[^']*+(?:''[^']*+)*+'", Pattern.CASE_INSENSITIVE);

  /** DuckDB's parser keeps the word for queries. */
  private static final Pattern ARRAY = Pattern.compile("\\barray\\(");

  private static final Map<String, String> TYPES = Map.of("string", "varchar", "binary", "blob");

  private DuckDbSql() {}

  /** A statement that computes a table SQL computes, as a table of its name. */
  public static String table(TableModel model, Map<String, Object> parameters) {
    String statement = VIEW.matcher(model.statement()).replaceFirst("create or replace table");
    return query(COMMENT.matcher(statement).replaceAll(""), parameters);
  }

  /** A query, such as that of a data check, with its parameters. */
  public static String query(String sql, Map<String, Object> parameters) {
    return NamedParameters.replace(
        ARRAY.matcher(sql).replaceAll("list_value("),
        name -> parameters.containsKey(name) ? literal(parameters.get(name)) : ":" + name);
  }

  /** A statement that makes a table Java writes, with no rows in it. */
  public static String empty(TableModel model) {
    return TableColumn.of(model).stream()
        .map(c -> "\"" + c.name() + "\" " + type(c.type()))
        .collect(
            Collectors.joining(", ", "create or replace table \"" + model.name() + "\" (", ")"));
  }

  /** A query that has the columns of a table Java writes, and no rows. */
  static String noRows(TableModel model) {
    return TableColumn.of(model).stream()
        .map(c -> "cast(null as " + type(c.type()) + ") as \"" + c.name() + "\"")
        .collect(Collectors.joining(", ", "select ", " where false"));
  }

  /** DuckDB's name of one of Spark's types. */
  public static String type(String sparkType) {
    return sparkType.startsWith("array<")
        ? type(sparkType.substring(6, sparkType.length() - 1)) + "[]"
        : TYPES.getOrDefault(sparkType, sparkType);
  }

  private static String literal(Object value) {
    if (value instanceof LocalDate) {
      return "date '" + value + "'";
    }
    if (value instanceof Double) {
      return "cast(" + value + " as double)";
    }
    return value instanceof Number ? value.toString() : SqlText.of(value);
  }
}
