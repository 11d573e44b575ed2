package io.koe.sample;

import java.io.IOException;
import java.util.List;

/** Help sessions: those an inquiry follows from, and the many others. */
final class HelpSessions {
  private static final String[] ENTRIES = {"guide", "bot", "search"};

  private final Drop drop;
  private final PartFile file;
  private final JsonRow row = new JsonRow();

  private record Session(
      String id,
      Reason reason,
      long start,
      String entry,
      String user,
      String feedback,
      boolean handedOver,
      boolean reads) {}

  HelpSessions(Drop drop, PartFile file) {
    this.drop = drop;
    this.file = file;
  }

  /** Writes the session before a contact, if it has one that arrives on that day. */
  void writeBefore(Contact contact, long day) throws IOException {
    Draws draws = Draws.of(drop.seed(), contact.day(), contact.index(), Purpose.SESSION);
    if (contact.kind() != Contact.Kind.ORDINARY || !draws.chance(0.38)) {
      return;
    }
    long before = Math.min((long) draws.around(1500, 1.3), 22 * JapanTime.HOUR);
    long start = contact.createdAt() - 120 - before;
    if (JapanTime.day(start) + Contacts.daysLate(draws) != day) {
      return;
    }
    String entry = ENTRIES[draws.pickShare(0.5, 0.28, 0.22)];
    boolean handedOver = entry.equals("bot") && draws.chance(0.35);
    String user = draws.chance(0.85) ? Transactions.userId(contact.user()) : null;
    String feedback = draws.chance(0.22) ? "not_helpful" : null;
    String id = "h" + contact.suffix();
    boolean reads = draws.chance(0.8);
    write(
        new Session(id, contact.reason(), start, entry, user, feedback, handedOver, reads), draws);
  }

  /** Writes the other sessions of a range that arrive on a day. */
  void writeOthers(long day, int part, int parts) throws IOException {
    for (long started = day - Contacts.MOST_DAYS_LATE; started <= day; started++) {
      if (!drop.volumes().covers(started)) {
        continue;
      }
      long count = drop.volumes().otherSessions(started);
      long end = count * (part + 1) / parts;
      for (long index = count * part / parts; index < end; index++) {
        writeOther(started, index, day);
      }
    }
  }

  private void writeOther(long started, long index, long day) throws IOException {
    Draws draws = Draws.of(drop.seed(), started, index, Purpose.OTHER_SESSION);
    if (started + Contacts.daysLate(draws) != day) {
      return;
    }
    Reason reason = drop.catalogue().reasons().get(drop.volumes().reason(started, draws.unit()));
    long start = started * JapanTime.DAY + draws.below((int) JapanTime.DAY - 3600);
    String entry = ENTRIES[draws.pickShare(0.55, 0.2, 0.25)];
    long user = drop.transactions().user(draws);
    boolean loggedIn = draws.chance(0.55);
    double helpful =
        (reason.article().isPresent() ? 0.2 : 0.04) + drop.experiment().lift(user, started);
    int feedback = draws.pickShare(helpful, 0.06, 1 - helpful);
    Session session =
        new Session(
            "h" + started + "-x" + index,
            reason,
            start,
            entry,
            loggedIn ? Transactions.userId(user) : null,
            feedback == 0 ? "helpful" : feedback == 1 ? "not_helpful" : null,
            entry.equals("bot") && draws.chance(0.04),
            draws.chance(0.92));
    write(session, draws);
  }

  private void write(Session session, Draws draws) throws IOException {
    boolean searches = session.entry().equals("search") || draws.chance(0.15);
    String words = draws.pick(session.reason().search());
    file.write(
        row.start()
            .put("session_id", session.id())
            .put("service", session.reason().service())
            .putTime("started_at", session.start())
            .putTime("ended_at", session.start() + 20 + draws.below(90))
            .put("entry", session.entry())
            .put("user_id", session.user())
            .putList("article_ids", session.reads() ? articles(session.reason(), draws) : List.of())
            .put("search_terms", searches ? words : null)
            .put("bot_intent", session.entry().equals("bot") ? session.reason().id() : null)
            .put("feedback", session.feedback())
            .put("handed_over", session.handedOver())
            .end());
  }

  /** The reason's article, or now and then a neighbour's; without one, mostly none. */
  private List<String> articles(Reason reason, Draws draws) {
    Reason neighbour = draws.pick(drop.catalogue().reasons());
    boolean strays = draws.chance(reason.article().isPresent() ? 0.1 : 0.35);
    Reason read = strays && neighbour.service().equals(reason.service()) ? neighbour : reason;
    return read.article().map(article -> List.of(article.id())).orElse(List.of());
  }
}
