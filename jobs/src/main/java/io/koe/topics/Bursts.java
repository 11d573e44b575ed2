package io.koe.topics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Topics that are new: terms recent documents have far more often than the earlier documents of the
 * same topics let expect, and the documents that follow them.
 */
final class Bursts {
  /** What counts as recent: two weeks, so that what is still too small gets a second chance. */
  static final int RECENT_DAYS = 14;

  private static final int FEWEST_DOCUMENTS = 8;

  /** Signed root of a Poisson deviance, nearly a z score: 4 is chance once in 30,000 terms. */
  private static final double SURPRISE = 4;

  /** What is only more of an old topic has older documents, too. */
  private static final double RECENT_SHARE = 0.8;

  private static final double SMOOTHING = 5;
  private static final int ROUNDS = 3;
  private static final int MOST_CANDIDATES = 20;

  private final CountedDocuments counted;
  private final boolean[] isRecent;

  Bursts(CountedDocuments counted, boolean[] isRecent) {
    this.counted = counted;
    this.isRecent = isRecent;
  }

  /**
   * Moves the documents of new topics to them.
   *
   * @param topicOf topic of each document, -1 for none; changed
   * @return number of new topics, numbered from {@code topics} on
   */
  int addTo(int[] topicOf, int topics, int most) {
    boolean[] tried = new boolean[counted.vocabulary()];
    int born = 0;
    for (int candidate = 0; candidate < MOST_CANDIDATES && born < most; candidate++) {
      int term = mostSurprising(topicOf, topics + born, tried);
      if (term < 0) {
        break;
      }
      tried[term] = true;
      int[] grown = grown(topicOf, topics + born, term);
      if (isNew(grown, topics + born)) {
        System.arraycopy(grown, 0, topicOf, 0, grown.length);
        born++;
      }
    }
    return born;
  }

  private int mostSurprising(int[] topicOf, int topics, boolean[] tried) {
    int[] recentOf = new int[topics + 1];
    int[] earlierOf = new int[topics + 1];
    int recent = 0;
    for (int i = 0; i < topicOf.length; i++) {
      (isRecent[i] ? recentOf : earlierOf)[topicOf[i] + 1]++;
      recent += isRecent[i] ? 1 : 0;
    }
    double earlier = topicOf.length - recent;
    int best = -1;
    double bestSurprise = SURPRISE;
    int[][] lists = counted.documentsOfTerms();
    for (int term = 0; term < lists.length; term++) {
      double surprise =
          tried[term] ? 0 : surprise(lists[term], topicOf, recentOf, earlierOf, earlier);
      if (surprise > bestSurprise) {
        best = term;
        bestSurprise = surprise;
      }
    }
    return best;
  }

  /** Signed root of the Poisson deviance of the recent documents that have a term. */
  private double surprise(
      int[] list, int[] topicOf, int[] recentOf, int[] earlierOf, double earlier) {
    int[] earlierHaving = new int[recentOf.length];
    int observed = 0;
    for (int document : list) {
      if (isRecent[document]) {
        observed++;
      } else {
        earlierHaving[topicOf[document] + 1]++;
      }
    }
    if (observed < FEWEST_DOCUMENTS) {
      return 0;
    }
    double anywhere = (list.length - observed + 0.5) / (earlier + 1);
    double expected = 0;
    for (int k = 0; k < recentOf.length; k++) {
      double rate = (earlierHaving[k] + SMOOTHING * anywhere) / (earlierOf[k] + SMOOTHING);
      expected += recentOf[k] * rate;
    }
    return observed <= expected
        ? 0
        : Math.sqrt(2 * (observed * Math.log(observed / expected) - (observed - expected)));
  }

  private int[] grown(int[] topicOf, int topic, int term) {
    int[] grown = topicOf.clone();
    for (int document : counted.documentsOfTerms()[term]) {
      if (isRecent[document]) {
        grown[document] = topic;
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      int[] likeliest = MultinomialMixture.assignWithNew(counted, grown, topic + 1);
      for (int i = 0; i < grown.length; i++) {
        grown[i] = likeliest[i] == topic ? topic : topicOf[i];
      }
    }
    return grown;
  }

  private boolean isNew(int[] grown, int topic) {
    int[] members = IntStream.range(0, grown.length).filter(i -> grown[i] == topic).toArray();
    long recent = Arrays.stream(members).filter(i -> isRecent[i]).count();
    return recent >= FEWEST_DOCUMENTS && recent >= RECENT_SHARE * members.length;
  }
}
