package io.koe.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * One experiment on the help site over the last third of the range: a fifth of the users but no
 * more than 200,000, half of them in the arm {@code treatment}, whose help sessions help more
 * often.
 */
final class Experiment {
  static final String ID = "x-help-home";
  private static final long MOST_USERS = 200_000;

  private final long firstDay;
  private final int days;
  private final long seed;
  private final long users;
  private final long oneIn;

  Experiment(SamplePlan plan, Volumes volumes, long seed) {
    long range = ChronoUnit.DAYS.between(plan.from(), plan.to()) + 1;
    LocalDate first = plan.from().plusDays(range * 2 / 3);
    this.firstDay = first.toEpochDay();
    this.days = (int) Math.min(7, ChronoUnit.DAYS.between(first, plan.to()) + 1);
    this.seed = seed;
    this.users = volumes.users();
    this.oneIn = Math.max(5, users / MOST_USERS);
  }

  /** The first user assigned on a day, the others follow at {@link #stride}; none when negative. */
  long firstUser(long day) {
    long age = day - firstDay;
    return age < 0 || age >= days ? -1 : age * oneIn;
  }

  long stride() {
    return days * oneIn;
  }

  long users() {
    return users;
  }

  String arm(long user) {
    return Draws.of(seed, 0, user, Purpose.EXPERIMENT).chance(0.5) ? "treatment" : "control";
  }

  /** How much likelier a session of this user helps on a day. */
  double lift(long user, long day) {
    boolean assigned = user % oneIn == 0 && day >= firstDay + user % stride() / oneIn;
    return assigned && arm(user).equals("treatment") ? 0.12 : 0;
  }
}
