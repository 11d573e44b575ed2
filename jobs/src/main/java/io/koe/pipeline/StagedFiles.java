package io.koe.pipeline;

import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.sql.Place;
import io.koe.sql.TableCheck;
import io.koe.sql.TableColumn;
import io.koe.sql.TableModel;
import io.koe.store.FileTree;
import io.koe.store.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Gates on the files a run has staged: G2, rows without a day, G8, days it did not compute, and
 * G10, their columns.
 */
final class StagedFiles {
  private static final String ARRIVAL = "arrival_date";

  /** How Spark names the folder of rows whose partition column is null. */
  private static final String NO_DAY = "__HIVE_DEFAULT_PARTITION__";

  private final RunTables tables;
  private final Night night;

  StagedFiles(RunTables tables, Night night) {
    this.tables = tables;
    this.night = night;
  }

  /** The gates' results. */
  List<DataChecks.Result> results() {
    return List.of(
        result("G2", "rows of a table have no day", withoutDay()),
        result("G8", "a day the run did not compute is not as it was published", changedDays()),
        result("G10", "a table's columns are not those its file in sql/ names", otherColumns()));
  }

  private static DataChecks.Result result(String gate, String message, long violations) {
    return new DataChecks.Result(
        new TableCheck("StagedFiles", "staged files", true, List.of(gate), message, ""),
        violations);
  }

  private Stream<TableModel> published() {
    return tables.catalog().tables().stream()
        .filter(t -> t.place() != Place.INTERNAL && tables.isStaged(t.name()));
  }

  /** Required values of the tables Java writes are looked at where they are written. */
  private long withoutDay() {
    return published()
        .filter(table -> table.partitionColumn().isPresent())
        .map(table -> tables.staging().resolve(table.place().folder()).resolve(table.name()))
        .flatMap(StagedFiles::days)
        .filter(day -> day.getFileName().toString().endsWith(NO_DAY))
        .count();
  }

  private long otherColumns() {
    return published()
        .filter(
            table ->
                !TableColumn.of(table).stream()
                    .map(TableColumn::name)
                    .sorted()
                    .toList()
                    .equals(Arrays.stream(tables.storedColumns(table.name())).sorted().toList()))
        .count();
  }

  /** Days of arrival before the run's nights: what arrived then is never restated. */
  private long changedDays() {
    return tables.parent().stream()
        .flatMap(
            parent ->
                published()
                    .filter(t -> t.partitionColumn().filter(ARRIVAL::equals).isPresent())
                    .flatMap(t -> days(parent.resolve(t.place().folder()).resolve(t.name()))))
        .filter(this::isBefore)
        .filter(this::hasChanged)
        .count();
  }

  private static Stream<Path> days(Path table) {
    return children(table).filter(Files::isDirectory);
  }

  private boolean isBefore(Path day) {
    String date = day.getFileName().toString().substring(ARRIVAL.length() + 1);
    return LocalDate.parse(date).isBefore(night.firstDate());
  }

  private boolean hasChanged(Path day) {
    Path staged =
        tables.staging().resolve(tables.parent().orElseThrow().relativize(day).toString());
    List<Path> files = children(day).toList();
    return children(staged).count() != files.size()
        || files.stream().anyMatch(file -> isOther(file, staged.resolve(file.getFileName())));
  }

  private static boolean isOther(Path file, Path staged) {
    try {
      return !FileTree.isLinkOf(staged, file)
          && !(Files.exists(staged) && Sha256.hex(file).equals(Sha256.hex(staged)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
