package io.koe.lineage;

import io.koe.night.Night;
import io.koe.night.Settings;
import io.koe.night.SqlFunctions;
import io.koe.night.SqlParameters;
import io.koe.sql.NamedParameters;
import io.koe.sql.TableCatalog;
import io.koe.sql.TableModel;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.execution.SparkSqlParser;
import org.apache.spark.sql.execution.command.CreateViewCommand;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The lineage of all tables, from the plans Spark makes of the files of {@code sql/}. No row is
 * read: every table is an empty view of its columns while the next ones are analysed.
 */
public final class SparkLineage {
  /** Any night will do: the columns are the same. */
  private static final Map<String, Object> PARAMETERS =
      SqlParameters.of(new Night("lineage", LocalDate.EPOCH, LocalDate.EPOCH, Settings.defaults()));

  private final SparkSession spark;
  private final SparkSqlParser parser = new SparkSqlParser();
  private final NavigableMap<ColumnName, NavigableSet<ColumnName>> values = new TreeMap<>();
  private final NavigableMap<String, NavigableSet<ColumnName>> rows = new TreeMap<>();
  private final NavigableMap<String, NavigableSet<String>> tables = new TreeMap<>();

  private SparkLineage(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * Analyses every table.
   *
   * @param order the tables SQL computes, each after those it reads
   */
  public static Lineage of(SparkSession spark, TableCatalog catalog, List<TableModel> order) {
    SqlFunctions.register(spark);
    SparkLineage lineage = new SparkLineage(spark);
    catalog.tables().stream().filter(t -> !t.computedBySql()).forEach(lineage::declared);
    order.forEach(lineage::computed);
    catalog.tables().forEach(t -> spark.catalog().dropTempView(t.name()));
    return new Lineage(lineage.values, lineage.rows, lineage.tables);
  }

  private void declared(TableModel table) {
    empty(table.name(), StructType.fromDDL(table.statement()));
    DeclaredLineage declared = DeclaredLineage.of(table);
    tables.put(table.name(), declared.tables());
    values.putAll(declared.values());
    if (!declared.rows().isEmpty()) {
      rows.put(table.name(), declared.rows());
    }
  }

  /** Only the view's query is analysed: making the view would do so again and again. */
  private void computed(TableModel table) {
    CreateViewCommand view = (CreateViewCommand) parser.parsePlan(withLiterals(table));
    Dataset<Row> query = spark.sql(view.originalText().get());
    PlanLineage lineage = new PlanLineage(query.queryExecution().analyzed());
    List<Attribute> columns =
        CollectionConverters.asJava(query.queryExecution().analyzed().output());
    List<String> names = names(view, query);
    StructType schema = new StructType();
    for (int i = 0; i < names.size(); i++) {
      values.put(new ColumnName(table.name(), names.get(i)), lineage.inputs(columns.get(i)));
      schema = schema.add(names.get(i), columns.get(i).dataType());
    }
    rows.put(table.name(), lineage.rows());
    empty(table.name(), schema);
  }

  private static List<String> names(CreateViewCommand view, Dataset<Row> query) {
    return view.userSpecifiedColumns().isEmpty()
        ? Arrays.asList(query.columns())
        : CollectionConverters.asJava(view.userSpecifiedColumns()).stream()
            .map(c -> c._1())
            .toList();
  }

  /** The parser takes no view with parameters. */
  private static String withLiterals(TableModel table) {
    return NamedParameters.replace(
        table.statement(),
        name -> {
          Object value = PARAMETERS.get(name);
          return value instanceof LocalDate day
              ? "date '" + day + "'"
              : value instanceof Number ? value.toString() : "'" + value + "'";
        });
  }

  private void empty(String table, StructType schema) {
    spark.createDataFrame(List.of(), schema.asNullable()).createOrReplaceTempView(table);
  }
}
