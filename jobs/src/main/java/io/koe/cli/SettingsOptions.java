package io.koe.cli;

import io.koe.night.Settings;
import io.koe.text.morphology.Tokenizer;
import java.time.LocalTime;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The settings of the numbers as options; the defaults are those of the definitions. */
final class SettingsOptions {

  @Option(
      names = "--horizon-hours",
      paramLabel = "HOURS",
      defaultValue = "168",
      description =
          "A contact counts as resolved when resolved within this time (default: ${DEFAULT-VALUE}).")
  private int horizonHours;

  @Option(
      names = "--stability-hours",
      paramLabel = "HOURS",
      defaultValue = "72",
      description =
          "A resolve is durable when nothing comes back for this long (default: ${DEFAULT-VALUE}).")
  private int stabilityHours;

  @Option(
      names = "--repeat-days",
      paramLabel = "DAYS",
      defaultValue = "7",
      description =
          "Contacts of a user on one issue chain up to this gap (default: ${DEFAULT-VALUE}).")
  private int repeatDays;

  @Option(
      names = "--session-hours",
      paramLabel = "HOURS",
      defaultValue = "24",
      description =
          "A help session escalates when its user contacts us within this time"
              + " (default: ${DEFAULT-VALUE}).")
  private int sessionHours;

  @Option(
      names = "--lateness-days",
      paramLabel = "DAYS",
      defaultValue = "35",
      description = "Rows that arrive later are rejected (default: ${DEFAULT-VALUE}).")
  private int latenessDays;

  @Option(
      names = "--opens-at",
      paramLabel = "HH:MM",
      defaultValue = "09:00",
      description =
          "When the offices open on weekdays, for times in business hours; the calendar's holidays"
              + " are closed (default: ${DEFAULT-VALUE}).")
  private LocalTime opensAt;

  @Option(
      names = "--closes-at",
      paramLabel = "HH:MM",
      defaultValue = "18:00",
      description = "When they close; 00:00 is the day's end (default: ${DEFAULT-VALUE}).")
  private LocalTime closesAt;

  @Option(
      names = "--minimum-users",
      paramLabel = "USERS",
      defaultValue = "10",
      description =
          "Shared cells with fewer distinct users are suppressed; at least 5"
              + " (default: ${DEFAULT-VALUE}).")
  private int minimumUsers;

  @Option(
      names = "--maximum-reject-share",
      paramLabel = "SHARE",
      defaultValue = "0.05",
      description =
          "A larger share of rejected rows in a table (and over 100 rows) stops the run"
              + " (default: ${DEFAULT-VALUE}).")
  private double maximumRejectShare;

  @Option(
      names = "--false-discovery-rate",
      paramLabel = "Q",
      defaultValue = "0.1",
      description = "q of the night's emerging candidates (default: ${DEFAULT-VALUE}).")
  private double falseDiscoveryRate;

  @Option(
      names = "--topics",
      paramLabel = "K",
      defaultValue = "0",
      description = "Number of topics; 0 lets the data choose (default: ${DEFAULT-VALUE}).")
  private int topics;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "20260401",
      description = "Seed of everything random (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--tokenizer",
      paramLabel = "NAME",
      defaultValue = "koe",
      description =
          "Who cuts inquiries into words: koe, or lucene, which finds the same in twice the time"
              + " (default: ${DEFAULT-VALUE}).")
  private Tokenizer tokenizer;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** The settings; fails as wrong usage when they can't be. */
  Settings settings() {
    if (closingMinute(closesAt) <= minute(opensAt)) {
      throw new ParameterException(
          command.commandLine(),
          "the offices must close after they open: --opens-at %s --closes-at %s"
              .formatted(opensAt, closesAt));
    }
    if (minimumUsers < Settings.FEWEST_USERS) {
      throw new ParameterException(
          command.commandLine(),
          "--minimum-users %d: at least %d must stand behind a shared figure"
              .formatted(minimumUsers, Settings.FEWEST_USERS));
    }
    Checks.atLeast(command, "--horizon-hours", horizonHours, 1);
    Checks.atLeast(command, "--stability-hours", stabilityHours, 1);
    Checks.atLeast(command, "--repeat-days", repeatDays, 1);
    Checks.atLeast(command, "--session-hours", sessionHours, 1);
    Checks.atLeast(command, "--lateness-days", latenessDays, 0);
    Checks.atLeast(command, "--topics", topics, 0);
    requireShare("--maximum-reject-share", maximumRejectShare);
    requireShare("--false-discovery-rate", falseDiscoveryRate);
    return new Settings(
        horizonHours,
        stabilityHours,
        repeatDays,
        sessionHours,
        latenessDays,
        minute(opensAt),
        closingMinute(closesAt),
        Settings.defaults().backlogDays(),
        minimumUsers,
        maximumRejectShare,
        falseDiscoveryRate,
        topics,
        seed,
        tokenizer);
  }

  private void requireShare(String option, double value) {
    Checks.share(command, option + " " + value, value, "0.05");
  }

  private static int minute(LocalTime time) {
    return 60 * time.getHour() + time.getMinute();
  }

  /** Midnight closes the day, and does not open it. */
  private static int closingMinute(LocalTime time) {
    return minute(time) == 0 ? 24 * 60 : minute(time);
  }
}
