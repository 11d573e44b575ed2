package io.koe.night;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * A stage of tables computed by SQL. In a night its tables are computed beside those of other
 * stages, each as soon as those it reads are there.
 */
public interface SqlStage extends Stage {
  /** The tables, each after those of this stage it reads. */
  List<String> tables();

  /** Makes readable what the tables need besides tables; before the first of them. */
  default void prepare(RunTables tables) {
    // Most need nothing.
  }

  /**
   * Of each table the dates whose partitions of the parent don't stay even when no row is left;
   * asked when all tables it reads are there.
   */
  default Function<String, Collection<LocalDate>> dates(RunTables tables, Night night) {
    return table -> List.of();
  }

  /** Writes what Java makes of the tables; after the last of them. */
  default void finish(RunTables tables, Night night) {
    // Most make nothing.
  }

  @Override
  default void run(RunTables tables, Night night) {
    prepare(tables);
    tables.compute(tables(), night, dates(tables, night));
    finish(tables, night);
  }
}
