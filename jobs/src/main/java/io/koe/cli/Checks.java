package io.koe.cli;

import java.time.LocalDate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What Picocli's types cannot say about options. */
final class Checks {
  private Checks() {}

  /** A range of days runs forward. */
  static void dates(CommandSpec spec, LocalDate from, LocalDate to) {
    if (from.isAfter(to)) {
      throw new ParameterException(
          spec.commandLine(), "the first day " + from + " is after the last day " + to);
    }
  }
}
