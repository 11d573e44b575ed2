package io.koe.drivers;

import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Stage;
import java.util.List;

/** What makes customers contact us, why it moved, and what is new. */
public final class DriversStage implements Stage {
  private static final List<String> ORDER =
      List.of(
          "driver_contacts",
          "driver_weeks",
          "exposures_weekly",
          "topic_labels_weekly",
          "contact_drivers_weekly",
          "volume_changes_weekly");

  @Override
  public String name() {
    return "drivers";
  }

  @Override
  public void run(RunTables tables, Night night) {
    ORDER.forEach(table -> tables.compute(table, night));
  }
}
