package io.koe.night;

import io.koe.text.morphology.Tokenizer;

/**
 * The settings behind the numbers, with the defaults of the definitions.
 *
 * @param horizonHours h: a contact counts as resolved within this time of its creation
 * @param stabilityHours s: a resolve is durable when nothing comes back for this long
 * @param repeatDays W: contacts of a user on the same issue chain while the gap is at most this
 * @param sessionHours w: a help session escalates when its user contacts us within this time
 * @param latenessDays rows that arrive later than this are rejected
 * @param openingMinute when the offices open, in minutes after midnight; from 0 to 1439
 * @param closingMinute when they close, later than they open; at most 1440
 * @param backlogDays a contact that is still open after this many days has left the backlog; its
 *     rows are kept until days of the backlog are computed no more
 * @param minimumUsers a shared cell with fewer distinct users is suppressed
 * @param maximumRejectShare more rejected rows of a table than this share (and more than 100) stop
 *     the run before publishing
 * @param falseDiscoveryRate q of the nightly family of emerging candidates
 * @param topics number of topics; 0 lets the data choose
 * @param seed of everything random
 * @param tokenizer who cuts inquiries into words; the words are the same
 */
public record Settings(
    int horizonHours,
    int stabilityHours,
    int repeatDays,
    int sessionHours,
    int latenessDays,
    int openingMinute,
    int closingMinute,
    int backlogDays,
    int minimumUsers,
    double maximumRejectShare,
    double falseDiscoveryRate,
    int topics,
    long seed,
    Tokenizer tokenizer) {

  /** The least {@link #minimumUsers} may be. */
  public static final int FEWEST_USERS = 5;

  public static Settings defaults() {
    return new Settings(
        168, 72, 7, 24, 35, 9 * 60, 18 * 60, 340, 10, 0.05, 0.1, 0, 20260401L, Tokenizer.koe);
  }

  /** The same with another minimum of users. */
  public Settings withMinimumUsers(int users) {
    return with(backlogDays, users);
  }

  /** The same with another end of the backlog. */
  public Settings withBacklogDays(int days) {
    return with(days, minimumUsers);
  }

  private Settings with(int days, int users) {
    return new Settings(
        horizonHours,
        stabilityHours,
        repeatDays,
        sessionHours,
        latenessDays,
        openingMinute,
        closingMinute,
        days,
        users,
        maximumRejectShare,
        falseDiscoveryRate,
        topics,
        seed,
        tokenizer);
  }

  /** Days after which nothing about a contact changes by time alone, rounded up. */
  public int unfinishedDays() {
    int hours = horizonHours + Math.max(stabilityHours, 24 * repeatDays);
    return (hours + 23) / 24;
  }
}
