package io.koe.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * What a customer tells beside the matter itself: some come to the point at once, most add a few
 * sentences, a few fill a page.
 */
final class Story {
  /** Median number of sentences, and the spread of its logarithm. */
  private static final double SENTENCES = 3.45;

  private static final double SPREAD = 0.75;
  private static final int MOST = 18;

  /** A chat's lines are shorter. */
  private static final double CHAT = 0.65;

  /** Shares of: more of the reason, the circumstances, an aside, a feeling, a wish. */
  private static final double[] KINDS = {0.51, 0.25, 0.08, 0.09, 0.07};

  private final Catalogue catalogue;
  private final Reason reason;
  private final Draws draws;
  private final Slots slots;

  Story(Catalogue catalogue, Reason reason, Draws draws, Slots slots) {
    this.catalogue = catalogue;
    this.reason = reason;
    this.draws = draws;
    this.slots = slots;
  }

  /**
   * The parts of a polite story in the order they are told.
   *
   * @param told what happened: more of it, and the circumstances
   * @param wishes what goes with the ask
   */
  record Parts(List<String> told, List<String> wishes) {}

  Parts polite(boolean isChat) {
    int[] counts = new int[KINDS.length];
    for (int left = length(isChat); left > 0; left--) {
      counts[draws.pickShare(KINDS)]++;
    }
    List<String> told = some(reason.more(), counts[0]);
    some("context_" + place(), counts[1]).forEach(s -> told.add(draws.below(told.size() + 1), s));
    if (draws.chance(reason.device())) {
      told.addAll(some("device", 1));
    }
    told.addAll(some("aside", counts[2]));
    told.addAll(some("feeling", counts[3]));
    return new Parts(told, some("wish", counts[4]));
  }

  /** A casual story: loose remarks. */
  List<String> casual() {
    int length = (int) draws.around(2.5, SPREAD);
    int aside = draws.chance(0.4) ? 1 : 0;
    List<String> told = some("casual_more_" + place(), length);
    told.addAll(some("casual_aside", aside));
    return told;
  }

  /** A few facts as a list, one a line. */
  String facts() {
    return some("facts_" + place(), 1).get(0);
  }

  private int length(boolean isChat) {
    return Math.min((int) draws.around(isChat ? CHAT * SENTENCES : SENTENCES, SPREAD), MOST);
  }

  private String place() {
    return reason.service() + "_" + reason.role();
  }

  private List<String> some(String phrases, int number) {
    return some(catalogue.phrases(phrases), number);
  }

  /** Neighbours in the list, from a random start: no sentence twice. */
  private List<String> some(List<Template> templates, int number) {
    List<String> sentences = new ArrayList<>();
    int first = draws.below(templates.size());
    for (int n = 0; n < Math.min(number, templates.size()); n++) {
      StringBuilder sentence = new StringBuilder();
      templates.get((first + n) % templates.size()).appendTo(sentence, slots);
      sentences.add(sentence.toString());
    }
    return sentences;
  }
}
