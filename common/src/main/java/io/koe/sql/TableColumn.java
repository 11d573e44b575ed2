package io.koe.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.spark.sql.execution.SparkSqlParser;
import org.apache.spark.sql.execution.command.CreateViewCommand;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One described column of a table.
 *
 * @param name the column
 * @param type its SQL type; empty for a table SQL computes, which declares no types
 * @param english what it is, in English
 * @param japanese the same in Japanese
 */
public record TableColumn(String name, String type, String english, String japanese) {
  private static final String BETWEEN = " | ";

  /** Both, as the table's file has them. */
  public String comment() {
    return japanese.isEmpty() ? english : english + BETWEEN + japanese;
  }

  /** The columns a table's file names, in order, read without starting Spark. */
  public static List<TableColumn> of(TableModel model) {
    return model.computedBySql() ? computed(model) : declared(model);
  }

  private static List<TableColumn> declared(TableModel model) {
    return Arrays.stream(StructType.fromDDL(model.statement()).fields())
        .map(TableColumn::declared)
        .toList();
  }

  private static TableColumn declared(StructField field) {
    return described(
        field.name(),
        field.dataType().sql().toLowerCase(java.util.Locale.ROOT),
        field.getComment());
  }

  private static List<TableColumn> computed(TableModel model) {
    // The parser takes no view with parameters; what they are makes no difference to the columns.
    String statement = NamedParameters.replace(model.statement(), name -> "1");
    CreateViewCommand view = (CreateViewCommand) new SparkSqlParser().parsePlan(statement);
    List<TableColumn> columns = new ArrayList<>();
    for (Tuple2<String, Option<String>> column :
        CollectionConverters.asJava(view.userSpecifiedColumns())) {
      columns.add(described(column._1(), "", column._2()));
    }
    return columns;
  }

  private static TableColumn described(String name, String type, Option<String> comment) {
    String text = comment.isDefined() ? comment.get() : "";
    String[] languages = text.split(Pattern.quote(BETWEEN), 2);
    return new TableColumn(
        name,
        type,
        Objects.requireNonNull(languages[0]),
        languages.length == 2 ? languages[1] : "");
  }
}
