package io.koe.pipeline;

import io.koe.store.Commit;
import io.koe.store.Warehouse;
import java.nio.file.Files;
import java.time.LocalDate;

/** Names of runs: the night, the number of the commit to be, and which try it is. */
final class RunIds {
  private RunIds() {}

  /** Such as {@code 2026-10-04-000043}, or {@code 2026-10-04-000043-2} after a failed try. */
  static String next(Warehouse warehouse, LocalDate date) {
    long number = warehouse.newest().map(Commit::number).orElse(0L) + 1;
    String first = "%s-%06d".formatted(date, number);
    String id = first;
    for (int attempt = 2; Files.exists(warehouse.run(id).folder()); attempt++) {
      id = first + "-" + attempt;
    }
    return id;
  }
}
