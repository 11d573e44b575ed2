package io.koe.sample;

import io.koe.sample.Step.Event;
import io.koe.sample.Step.Message;
import java.io.IOException;
import java.util.List;

/**
 * One part of an arrival day: the inquiries of an index range, whatever the day of their creation,
 * and their messages, events and the help sessions before them, as far as they arrive that day.
 */
final class InquiryPart {
  /** Inquiries arrive up to this many days after their creation; the last steps still later. */
  static final int DAYS_BACK = Life.MOST_DAYS + Contacts.MOST_DAYS_LATE;

  private final Drop drop;
  private final long day;
  private final int part;
  private final JsonRow row = new JsonRow();
  private final PartFile inquiries;
  private final PartFile messages;
  private final PartFile events;

  InquiryPart(
      Drop drop, long day, int part, PartFile inquiries, PartFile messages, PartFile events) {
    this.drop = drop;
    this.day = day;
    this.part = part;
    this.inquiries = inquiries;
    this.messages = messages;
    this.events = events;
  }

  /** Writes the part; {@code size} is the length of the index range. */
  void write(int size, HelpSessions sessions) throws IOException {
    for (long created = day - DAYS_BACK; created <= day + 1; created++) {
      if (!drop.volumes().covers(created)) {
        continue;
      }
      int end = (int) Math.min((part + 1L) * size, drop.volumes().inquiries(created));
      for (int index = part * size; index < end; index++) {
        Contact contact = drop.contacts().derive(created, index);
        if (created >= day - Contacts.MOST_DAYS_LATE) {
          sessions.writeBefore(contact, day);
        }
        if (created <= day) {
          write(contact);
        }
      }
    }
  }

  private void write(Contact contact) throws IOException {
    if (contact.arrivalDay() == day) {
      inquiries.write(inquiry(contact));
    }
    Draws arrival = Draws.of(drop.seed(), contact.day(), contact.index(), Purpose.ARRIVAL);
    List<Step> steps = Life.of(contact, drop.plan(), drop.seed());
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      long arrives = JapanTime.day(step.at()) + Contacts.daysLate(arrival);
      if (Math.max(arrives, contact.arrivalDay()) == day) {
        write(contact, step, i);
      }
    }
  }

  private void write(Contact contact, Step step, int number) throws IOException {
    if (step instanceof Event event) {
      events.write(event(contact, event, number));
    } else if (step instanceof Message message) {
      messages.write(message(contact, message, number));
    }
  }

  private String inquiry(Contact contact) {
    BodyWriter.Body body = drop.words().body(contact);
    Reason reason = contact.reason();
    boolean hasItem = contact.transaction() != null && reason.service().equals("mercari");
    boolean ofShop = reason.service().equals("shops") && reason.role().equals("none");
    return row.start()
        .put("inquiry_id", contact.inquiryId())
        .put("user_id", Transactions.userId(contact.user()))
        .put("service", reason.service())
        .put("channel", contact.channel())
        .putTime("created_at", contact.createdAt())
        .put("body", body.text())
        .put("subject", contact.channel().equals("email") ? drop.words().subject(contact) : null)
        .put("form_category", category(contact))
        .put("platform", contact.platform())
        .put("app_version", AppVersions.of(contact, drop.plan()))
        .put("transaction_id", contact.transaction())
        .put("item_id", hasItem ? "m" + contact.transaction().substring(1) : null)
        .put("shop_id", ofShop ? "shop" + contact.user() % 997 : null)
        .put("office", Life.office(contact, drop.plan(), drop.seed()))
        .put("locale", body.locale())
        .end();
  }

  /** What the customer chose in the form: mostly right, sometimes whatever came first. */
  private String category(Contact contact) {
    if (!contact.channel().equals("form")) {
      return null;
    }
    return contact.index() % 8 == 5 ? "その他" : contact.reason().category();
  }

  private String message(Contact contact, Message message, int number) {
    return row.start()
        .put("message_id", "s" + contact.suffix() + "-" + number)
        .put("inquiry_id", contact.inquiryId())
        .putTime("sent_at", message.at())
        .put("author_type", message.author())
        .put("is_public", message.isPublic())
        .put("body", drop.words().message(message.phrases(), contact, number))
        .put("agent_id", message.agent())
        .put("template_id", message.template())
        .putList("article_ids", message.articles())
        .end();
  }

  private String event(Contact contact, Event event, int number) {
    return row.start()
        .put("event_id", "e" + contact.suffix() + "-" + number)
        .put("inquiry_id", contact.inquiryId())
        .putTime("occurred_at", event.at())
        .put("event_type", event.type())
        .put("actor_type", event.actor())
        .put("office", event.office())
        .put("agent_id", event.agent())
        .put("value", event.value())
        .end();
  }
}
