package io.koe.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Puts an inquiry into words: greeting, what happened, more of it, the ask, a closing. */
final class BodyWriter {
  /** Words and their language. */
  record Body(String text, String locale) {}

  private static final List<String> CASUAL_BREAKS = List.of(" ", "\n", "。", "、", "…", "　");

  private final Catalogue catalogue;
  private final long seed;

  BodyWriter(Catalogue catalogue, long seed) {
    this.catalogue = catalogue;
    this.seed = seed;
  }

  Body body(Contact contact) {
    Draws draws = Draws.of(seed, contact.day(), contact.index(), Purpose.BODY);
    Slots slots = slots(draws, contact.day());
    return switch (contact.kind()) {
      case SPAM -> japanese(phrase("spam", draws, slots));
      case TEST -> japanese(phrase("test", draws, slots));
      default -> customerBody(contact, draws, slots);
    };
  }

  /** The words of a message after the first; null when the list is null. */
  String message(String phrases, Contact contact, int step) {
    if (phrases == null) {
      return null;
    }
    Draws draws = Draws.of(seed, contact.day(), contact.index(), 1000L + step);
    return phrase(phrases, draws, slots(draws, contact.day()));
  }

  /** An e-mail's subject. */
  String subject(Contact contact) {
    Draws draws = Draws.of(seed, contact.day(), contact.index(), 999);
    return phrase("subject", draws, slots(draws, contact.day()))
        .replace("○○", contact.reason().label());
  }

  private Body customerBody(Contact contact, Draws draws, Slots slots) {
    Reason reason = contact.reason();
    int kind = draws.pickShare(0.02, 0.01, 0.007, 0.005, 0.958);
    return switch (kind) {
      case 0 -> japanese(copied(contact));
      case 1 -> japanese(phrase("near_empty", draws, slots));
      case 2 -> new Body(phrase("english_" + reason.service(), draws, slots), "en");
      case 3 -> new Body(phrase("chinese_" + reason.service(), draws, slots), "zh");
      default -> japanese(BodyNoise.apply(composed(contact, draws, slots), draws));
    };
  }

  /** A text that goes round among customers: the same for everyone who sends it that week. */
  private String copied(Contact contact) {
    long week = contact.day() / 7;
    Draws draws = Draws.of(seed, week, contact.reason().id().hashCode(), Purpose.BODY);
    Slots slots = slots(draws, week * 7);
    StringBuilder text = new StringBuilder();
    draws.pick(contact.reason().polite()).appendTo(text, slots);
    contact.reason().asks().get(0).appendTo(text, slots);
    return text.toString();
  }

  private String composed(Contact contact, Draws draws, Slots slots) {
    boolean isChat = contact.channel().equals("chat") || contact.channel().equals("bot");
    if (draws.chance(isChat ? 0.3 : 0.1)) {
      return casual(contact, draws, slots);
    }
    List<String> sentences = polite(contact, isChat, draws, slots);
    String between = draws.chance(isChat ? 0.1 : 0.33) ? "\n" : "";
    StringBuilder text = new StringBuilder();
    if (!isChat && draws.chance(0.42)) {
      String greeting = phrase("greeting", draws, slots);
      boolean isSentence = greeting.endsWith("。");
      text.append(greeting).append(draws.chance(0.4) ? "\n\n" : isSentence ? between : "\n");
    }
    text.append(joined(sentences, between, draws));
    if (!isChat && draws.chance(0.36)) {
      text.append(draws.chance(0.3) ? "\n\n" : between).append(phrase("closing", draws, slots));
    }
    return text.toString();
  }

  /** Long texts have paragraphs, as a rule; a list of facts begins and ends its line. */
  private static String joined(List<String> sentences, String between, Draws draws) {
    boolean hasParagraphs = sentences.size() > 5 && draws.chance(0.6);
    StringBuilder text = new StringBuilder();
    for (int n = 0; n < sentences.size(); n++) {
      boolean isList = n > 0 && (sentences.get(n) + sentences.get(n - 1)).contains("\n");
      boolean isNext = hasParagraphs && n > 1 && draws.chance(0.3);
      text.append(n == 0 ? "" : isNext ? "\n\n" : isList ? "\n" : between);
      text.append(sentences.get(n));
    }
    return text.toString();
  }

  private List<String> polite(Contact contact, boolean isChat, Draws draws, Slots slots) {
    Reason reason = contact.reason();
    Story story = new Story(catalogue, reason, draws, slots);
    List<String> sentences = new ArrayList<>();
    if (contact.original() != null && draws.chance(0.6)) {
      sentences.add(phrase("follow_up", draws, slots));
    }
    sentences.add(filled(reason.polite(), draws, slots));
    Story.Parts parts = story.polite(isChat);
    sentences.addAll(parts.told());
    if (draws.chance(0.035)) {
      sentences.add(PersonalData.sentence(draws));
    }
    if (!isChat && draws.chance(0.05)) {
      sentences.add(story.facts());
    }
    int ask = draws.pickShare(0.56, 0.34, 0.1);
    if (ask < 2) {
      sentences.add(ask == 0 ? filled(reason.asks(), draws, slots) : phrase("ask", draws, slots));
    }
    sentences.addAll(parts.wishes());
    addSecondIssue(contact, sentences, draws, slots);
    return sentences;
  }

  private void addSecondIssue(Contact contact, List<String> sentences, Draws draws, Slots slots) {
    if (draws.chance(0.03)) {
      Reason other = draws.pick(catalogue.reasons());
      if (other.service().equals(contact.reason().service()) && other.share() < 20) {
        sentences.add(phrase("second_issue", draws, slots) + filled(other.polite(), draws, slots));
      }
    }
  }

  private String casual(Contact contact, Draws draws, Slots slots) {
    List<String> pieces = new ArrayList<>();
    pieces.add(filled(contact.reason().casual(), draws, slots));
    pieces.addAll(new Story(catalogue, contact.reason(), draws, slots).casual());
    if (draws.chance(0.03)) {
      pieces.add(PersonalData.sentence(draws));
    }
    if (draws.chance(0.6)) {
      pieces.add(phrase("casual_end", draws, slots));
    }
    return String.join(draws.pick(CASUAL_BREAKS), pieces);
  }

  private Slots slots(Draws draws, long day) {
    return new Slots(catalogue.slots(), draws, LocalDate.ofEpochDay(day));
  }

  private String phrase(String list, Draws draws, Slots slots) {
    return filled(catalogue.phrases(list), draws, slots);
  }

  private static String filled(List<Template> templates, Draws draws, Slots slots) {
    StringBuilder text = new StringBuilder();
    draws.pick(templates).appendTo(text, slots);
    return text.toString();
  }

  private static Body japanese(String text) {
    return new Body(text, "ja");
  }
}
