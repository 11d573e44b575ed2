package io.koe.night;

import java.util.List;

/**
 * A stage that is only SQL: its tables, in the order they are computed.
 *
 * @param name the stage's word, the folder in {@code sql/}
 * @param order the tables' names, inputs first
 */
public record SqlStage(String name, List<String> order) implements Stage {
  @Override
  public void run(RunTables tables, Night night) {
    order.forEach(table -> tables.compute(table, night));
  }
}
