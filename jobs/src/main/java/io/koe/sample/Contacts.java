package io.koe.sample;

import io.koe.sample.Contact.Kind;
import java.time.LocalDate;
import java.util.List;

/** Derives the contacts of a day, each from its day and index, in any order. */
final class Contacts {
  static final int MOST_DAYS_LATE = 3;
  private static final double LATE_SHARE = 0.015;
  private static final double FOLLOW_UP_SHARE = 0.09;
  private static final double[] HOURS = {
    1.2, .8, .5, .3, .3, .5, 1.3, 2.6, 3.8, 4.6, 5.2, 5.4, 6.4, 5.4, 5, 4.9, 5, 5.3, 5.8, 6.4, 7.2,
    7.6, 6.2, 3.1
  };
  private static final List<Kind> KINDS = List.of(Kind.ORDINARY, Kind.SPAM, Kind.TEST);
  private static final String[] CHANNELS = {"form", "email", "chat", "phone", "bot"};

  private final long seed;
  private final SamplePlan plan;
  private final Catalogue catalogue;
  private final Volumes volumes;
  private final Transactions transactions;

  Contacts(
      long seed, SamplePlan plan, Catalogue catalogue, Volumes volumes, Transactions transactions) {
    this.seed = seed;
    this.plan = plan;
    this.catalogue = catalogue;
    this.volumes = volumes;
    this.transactions = transactions;
  }

  Contact derive(long day, int index) {
    Draws draws = Draws.of(seed, day, index, Purpose.FOLLOW_UP);
    Contact contact = first(day, index);
    if (contact.kind() != Kind.ORDINARY || !draws.chance(FOLLOW_UP_SHARE)) {
      return contact;
    }
    Contact original = original(draws, day, contact.createdAt());
    return original == null ? contact : followUp(contact, original, draws);
  }

  /** An earlier contact of the last days that isn't a follow-up itself; null when none fits. */
  private Contact original(Draws draws, long day, long before) {
    long earlier = day - draws.pickShare(3, 2, 2, 1.5, 1, 0.5, 0.3);
    if (!volumes.covers(earlier)) {
      return null;
    }
    int index = draws.below(volumes.inquiries(earlier));
    boolean repeats = Draws.of(seed, earlier, index, Purpose.FOLLOW_UP).chance(FOLLOW_UP_SHARE);
    Contact contact = first(earlier, index);
    boolean fits = !repeats && contact.kind() == Kind.ORDINARY && contact.createdAt() < before;
    return fits ? contact : null;
  }

  private static Contact followUp(Contact contact, Contact original, Draws draws) {
    boolean soon = contact.createdAt() - original.createdAt() < 2 * JapanTime.DAY;
    Kind kind = soon && draws.chance(0.46) ? Kind.MERGED : Kind.ORDINARY;
    return new Contact(
        contact.day(),
        contact.index(),
        kind,
        original.reason(),
        contact.createdAt(),
        contact.arrivalDay(),
        contact.channel(),
        original.platform(),
        original.user(),
        original.transaction(),
        original);
  }

  private Contact first(long day, int index) {
    Draws draws = Draws.of(seed, day, index, Purpose.CONTACT);
    Reason reason = catalogue.reasons().get(volumes.reason(day, draws.unit()));
    long createdAt = createdAt(day, reason, draws);
    Kind kind = KINDS.get(draws.pickShare(0.988, 0.010, 0.002));
    Transactions.Row transaction = transactions.of(reason, day, draws);
    String platform = platform(reason, LocalDate.ofEpochDay(day), draws);
    return new Contact(
        day,
        index,
        kind,
        reason,
        createdAt,
        day + daysLate(draws),
        CHANNELS[draws.pickShare(0.62, 0.08, 0.14, 0.04, 0.12)],
        platform,
        transaction == null ? transactions.user(draws) : transaction.userAs(reason.role()),
        transaction == null ? null : transaction.id(),
        null);
  }

  /** The new problem starts with its incident at nine in the morning. */
  private long createdAt(long day, Reason reason, Draws draws) {
    int hour = draws.pickShare(HOURS);
    boolean birth =
        reason.id().equals(plan.newProblem()) && day == plan.newProblemDate().toEpochDay();
    int hourOrLater = birth && hour < 9 ? 10 + hour : hour;
    return day * JapanTime.DAY + hourOrLater * JapanTime.HOUR + draws.below(3600);
  }

  private String platform(Reason reason, LocalDate date, Draws draws) {
    if (reason.service().equals("shops")) {
      return new String[] {"web", "ios", "android"}[draws.pickShare(0.7, 0.2, 0.1)];
    }
    double ios = plan.iosShare(reason, date);
    double unit = draws.unit();
    return unit < ios ? "ios" : unit < ios + (1 - ios) * 0.72 ? "android" : "web";
  }

  /** Days between happening and arriving: 0, or rarely 1 to 3. */
  static int daysLate(Draws draws) {
    return draws.chance(LATE_SHARE) ? 1 + draws.below(MOST_DAYS_LATE) : 0;
  }
}
