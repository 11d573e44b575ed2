package io.koe.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * One experiment on the help site over the last third of the range: a fifth of the users, half of
 * them in the arm {@code treatment}, whose help sessions help more often.
 */
final class Experiment {
  static final String ID = "x-help-home";
  private static final int ONE_IN = 5;

  private final long firstDay;
  private final int days;
  private final long seed;
  private final long users;

  Experiment(SamplePlan plan, Volumes volumes, long seed) {
    long range = ChronoUnit.DAYS.between(plan.from(), plan.to()) + 1;
    LocalDate first = plan.from().plusDays(range * 2 / 3);
    this.firstDay = first.toEpochDay();
    this.days = (int) Math.min(7, ChronoUnit.DAYS.between(first, plan.to()) + 1);
    this.seed = seed;
    this.users = volumes.users();
  }

  /** The first user assigned on a day, the others follow at {@link #stride}; none when negative. */
  long firstUser(long day) {
    long age = day - firstDay;
    return age < 0 || age >= days ? -1 : age * ONE_IN;
  }

  long stride() {
    return (long) days * ONE_IN;
  }

  long users() {
    return users;
  }

  String arm(long user) {
    return Draws.of(seed, 0, user, Purpose.EXPERIMENT).chance(0.5) ? "treatment" : "control";
  }

  /** How much likelier a session of this user helps on a day. */
  double lift(long user, long day) {
    boolean assigned = user % ONE_IN == 0 && day >= firstDay + user % stride() / ONE_IN;
    return assigned && arm(user).equals("treatment") ? 0.12 : 0;
  }
}
