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

  /** A number is no smaller than makes sense. */
  static void atLeast(CommandSpec spec, String option, int value, int least) {
    if (value < least) {
      throw new ParameterException(
          spec.commandLine(), option + " must be " + least + " or more, not " + value);
    }
  }

  /**
   * A share is one.
   *
   * @param given the option with its value, as given
   */
  static void share(CommandSpec spec, String given, double value, String example) {
    if (!(value >= 0 && value <= 1)) {
      throw new ParameterException(
          spec.commandLine(), given + ": a share is 0 to 1, such as " + example);
    }
  }
}
