package io.koe.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.koe.TestSpark;
import io.koe.night.RunTables;
import io.koe.sql.TableCatalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.parquet.SparkToParquetSchemaConverter;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of landed tables, beside what their {@code .ddl} files declare. */
class LandedColumnsTest {
  private final SparkSession spark = TestSpark.session();

  @TempDir private Path folder;

  @Test
  void filesOfEveryTableAreAsSparkWouldWriteThem() {
    RunTables tables = new RunTables(spark, TableCatalog.load(), folder, Optional.empty());
    SparkToParquetSchemaConverter converter =
        new SparkToParquetSchemaConverter(spark.sessionState().conf());
    for (TableContract table : InputContract.tables()) {
      assertEquals(
          converter.convert(tables.fileSchema(table.landedTable())),
          new LandedColumns(table, tables.fileSchema(table.landedTable())).parquet(),
          table.name());
    }
  }

  @Test
  void whatATableRequiresTheContractRequires() {
    RunTables tables = new RunTables(spark, TableCatalog.load(), folder, Optional.empty());
    for (TableContract table : InputContract.tables()) {
      List<String> files = List.of(tables.fileSchema(table.landedTable()).fieldNames());
      Set<String> declared =
          Stream.of(tables.declaredSchema(table.landedTable()).fields())
              .filter(field -> !field.nullable())
              .map(StructField::name)
              .filter(files::contains)
              .collect(Collectors.toSet());
      Set<String> required =
          table.columns().stream()
              .filter(ColumnContract::isRequired)
              .map(ColumnContract::name)
              .collect(Collectors.toSet());
      assertEquals(required, declared, table.name());
    }
  }
}
