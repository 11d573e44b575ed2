package io.koe.sample;

import io.koe.sample.Contact.Kind;
import io.koe.sample.Step.Event;
import io.koe.sample.Step.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What happens to one inquiry after its creation, in time order of each thread of work. */
final class Life {
  /** Nothing happens later than this many days after creation. */
  static final int MOST_DAYS = 14;

  private final Contact contact;
  private final Draws draws;
  private final boolean worse;
  private final int office;
  private final String agent;
  private final List<Step> steps = new ArrayList<>();

  private Life(Contact contact, SamplePlan plan, long seed) {
    this.contact = contact;
    this.draws = Draws.of(seed, contact.day(), contact.index(), Purpose.LIFE);
    LocalDate date = LocalDate.ofEpochDay(contact.day());
    this.worse = plan.isWorse(contact.reason(), contact.platform(), date);
    this.office = Offices.choose(contact.reason().service(), draws);
    this.agent = Offices.agent(office, draws.below(Offices.agents(office)));
  }

  /** Every step within {@link #MOST_DAYS}, the customer's first message being the first. */
  static List<Step> of(Contact contact, SamplePlan plan, long seed) {
    Life life = new Life(contact, plan, seed);
    life.run();
    long end = (contact.day() + MOST_DAYS) * JapanTime.DAY;
    return life.steps.stream().filter(step -> step.at() < end).toList();
  }

  /** The office an inquiry goes to; the bot's have none. */
  static String office(Contact contact, SamplePlan plan, long seed) {
    Life life = new Life(contact, plan, seed);
    return contact.channel().equals("bot") ? null : Offices.name(life.office);
  }

  private void run() {
    message(contact.createdAt(), "customer", null, null, null);
    long start = contact.createdAt();
    if (contact.channel().equals("bot")) {
      start += 5 + draws.below(20);
      bot(start);
      boolean enough = draws.chance(contact.reason().bot() * 2);
      if (enough && contact.kind() == Kind.ORDINARY) {
        event(start + 120 + draws.below(900), "resolved", "bot", null);
        return;
      }
      start += 300 + draws.below(900);
    }
    long assigned = start + (long) (JapanTime.HOUR * draws.around(0.4, 0.8));
    event(assigned, "assigned", "system", null);
    switch (contact.kind()) {
      case SPAM -> event(assigned + minutes(40), "marked_spam", "agent", null);
      case TEST -> event(assigned + minutes(30), "marked_test", "agent", null);
      case MERGED ->
          event(assigned + minutes(60), "merged", "agent", contact.original().inquiryId());
      case ORDINARY -> handle(assigned);
    }
  }

  private void bot(long at) {
    List<String> articles = articles();
    String phrases = articles.isEmpty() ? "bot_handover" : "bot_article";
    steps.add(new Message(at, "bot", true, null, "b-" + contact.reason().id(), articles, phrases));
  }

  private void handle(long assigned) {
    Reason reason = contact.reason();
    double hours = reason.hours() * Offices.slowness(office) * (worse ? 2.2 : 1) * channelFactor();
    long reply = assigned + seconds(draws.around(hours * 0.35, 0.8));
    if (draws.chance(0.07)) {
      event(assigned + minutes(30), "transferred", "agent", null);
    }
    if (draws.chance(worse ? 0.15 : 0.04)) {
      event(reply + minutes(20), "escalated", "agent", null);
      steps.add(new Message(reply + minutes(25), "agent", false, agent, null, List.of(), "memo"));
    }
    boolean answered = draws.chance(0.97);
    if (answered) {
      reply(reply, "agent_reply");
      converse(reply);
    }
    if (answered && draws.chance(reason.resolves() * (worse ? 0.62 : 1))) {
      resolve(Math.max(assigned + seconds(draws.around(hours, 0.9)), reply + minutes(5)), hours);
    }
  }

  private void converse(long reply) {
    long at = reply;
    while (draws.chance(worse ? 0.45 : 0.24)) {
      at += seconds(draws.around(4, 0.8));
      message(at, "customer", null, null, "customer_again");
      at += seconds(draws.around(5, 0.8));
      reply(at, "agent_again");
    }
  }

  private void resolve(long at, double hours) {
    event(at, "resolved", "agent", null);
    if (draws.chance(0.2)) {
      int score = 1 + draws.pickShare(worse ? 0.4 : 0.1, 0.12, 0.18, 0.3, 0.3);
      event(at + seconds(draws.around(3, 0.8)), "csat", "customer", Integer.toString(score));
    }
    double reopens = contact.reason().reopens() * Offices.reopens(office) * (worse ? 2.5 : 1);
    if (draws.chance(reopens)) {
      long again = at + Math.min(seconds(draws.around(18, 0.7)), 70 * JapanTime.HOUR);
      event(again, "reopened", "customer", null);
      message(again, "customer", null, null, "customer_reopens");
      long reply = again + seconds(draws.around(hours * 0.4, 0.7));
      reply(reply, "agent_again");
      if (draws.chance(0.85)) {
        event(reply + seconds(draws.around(hours * 0.6, 0.7)), "resolved", "agent", null);
      }
    }
  }

  private void reply(long at, String phrases) {
    boolean withArticle = draws.chance(0.55);
    List<String> articles = withArticle ? articles() : List.of();
    String template = draws.chance(0.7) ? "t-" + contact.reason().id() : null;
    steps.add(new Message(at, "agent", true, agent, template, articles, phrases));
  }

  private List<String> articles() {
    return contact.reason().article().map(article -> List.of(article.id())).orElse(List.of());
  }

  private void message(long at, String author, String by, String template, String phrases) {
    steps.add(new Message(at, author, true, by, template, List.of(), phrases));
  }

  private void event(long at, String type, String actor, String value) {
    boolean byAgent = actor.equals("agent") || type.equals("assigned");
    boolean byBot = actor.equals("bot");
    steps.add(
        new Event(
            at, type, actor, byBot ? null : Offices.name(office), byAgent ? agent : null, value));
  }

  private double channelFactor() {
    return switch (contact.channel()) {
      case "chat" -> 0.4;
      case "phone" -> 0.25;
      case "email" -> 1.2;
      default -> 1;
    };
  }

  private long minutes(int median) {
    return (long) (60 * draws.around(median, 0.6));
  }

  private static long seconds(double hours) {
    return (long) (JapanTime.HOUR * hours);
  }
}
