package io.koe.topics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which topics the sentences of a text are about: as few as explain them nearly as well as if each
 * sentence had the topic it fits best.
 *
 * <p>A topic is taken in when it makes the sentences likelier by more than chance lets a topic do
 * that is picked from many, and given up again when others explain its sentences nearly as well.
 */
final class SentenceTopics {
  /** Nats a further topic must explain: two texts in one are told best with 4 to 8. */
  private static final double ENOUGH = 5;

  private static final int MOST = 3;

  private final float[][] scores;

  /**
   * Sentences.
   *
   * @param scores per sentence and topic, the log of how much likelier its terms are there than
   *     anywhere
   */
  SentenceTopics(float[][] scores) {
    this.scores = scores;
  }

  /**
   * The topic of each sentence.
   *
   * @param first the topic the text as a whole fits best
   */
  int[] of(int first) {
    int[] topics = {first};
    for (int next = best(topics); topics.length < MOST && gain(topics, next) > ENOUGH; ) {
      topics = IntStream.concat(Arrays.stream(topics), IntStream.of(next)).toArray();
      next = best(topics);
    }
    for (int topic : topics) {
      int[] others = Arrays.stream(topics).filter(t -> t != topic).toArray();
      topics = others.length > 0 && gain(others, topic) <= ENOUGH ? others : topics;
    }
    int[] last = topics;
    return Arrays.stream(scores).mapToInt(s -> fitting(s, last)).toArray();
  }

  /** The topic that explains most of what these leave unexplained. */
  private int best(int[] topics) {
    float[] gains = new float[scores[0].length];
    for (float[] sentence : scores) {
      float known = sentence[fitting(sentence, topics)];
      for (int topic = 0; topic < gains.length; topic++) {
        gains[topic] += Math.max(0, sentence[topic] - known);
      }
    }
    return Dense.largest(gains);
  }

  private double gain(int[] topics, int further) {
    double gain = 0;
    for (float[] sentence : scores) {
      gain += Math.max(0, sentence[further] - sentence[fitting(sentence, topics)]);
    }
    return gain;
  }

  private static int fitting(float[] sentence, int[] topics) {
    int best = topics[0];
    for (int topic : topics) {
      best = sentence[topic] > sentence[best] ? topic : best;
    }
    return best;
  }
}
