package io.koe.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * How many topics documents have, from the documents alone: for each number of a coarse grid, about
 * √2 apart, the documents are clustered, four in five of them are made into a mixture of
 * multinomials, and the fifth say how likely it makes their terms (Smyth 2000). Too few topics blur
 * what differs, too many learn single documents by heart: the likeliest number wins.
 *
 * <p>The grid is walked upwards and left once {@link #WORSE} numbers in a row did no better than
 * the best, so the cost follows the answer and not the end of the grid.
 */
final class TopicCount {
  private static final List<Integer> GRID =
      List.of(8, 11, 16, 23, 32, 45, 64, 91, 128, 181, 256, 300);

  /** With fewer documents a topic is too small to report. */
  private static final int DOCUMENTS_OF_A_TOPIC = 10;

  private static final int HELD_OUT = 5;
  private static final int ROUNDS = 8;
  private static final int WORSE = 2;

  /** Always the same starts, so that the same texts have as many topics whatever the seed. */
  private static final long START = 3;

  private final CountedDocuments counted;
  private final float[][] rows;
  private final SortedMap<Integer, float[][]> starts;

  /**
   * A choice for documents in the order of their ids.
   *
   * @param rows one vector of length 1 per document
   */
  TopicCount(CountedDocuments counted, float[][] rows) {
    this.counted = counted;
    this.rows = rows;
    List<Integer> grid = GRID.stream().filter(topics -> topics <= most()).toList();
    this.starts = Starts.of(rows, Math.min(GRID.get(GRID.size() - 1), most()), START).merged(grid);
  }

  private int most() {
    return Math.max(GRID.get(0), counted.size() / DOCUMENTS_OF_A_TOPIC);
  }

  /**
   * The curve, by rising number of topics: mean log likelihood of a held-out term, in nats. Never
   * empty.
   */
  List<TopicCountScore> curve() {
    List<TopicCountScore> curve = new ArrayList<>();
    TopicCountScore best = null;
    for (int topics : starts.keySet()) {
      if (best != null && curve.size() - curve.indexOf(best) > WORSE) {
        break;
      }
      TopicCountScore score = new TopicCountScore(topics, logLikelihood(topics));
      curve.add(score);
      best = best == null || score.logLikelihood() > best.logLikelihood() ? score : best;
    }
    return curve;
  }

  /** The number with the largest likelihood, the smallest one among equals. */
  static int best(List<TopicCountScore> curve) {
    return curve.stream()
        .max(
            Comparator.comparingDouble(TopicCountScore::logLikelihood)
                .thenComparing(score -> -score.topics()))
        .orElseThrow()
        .topics();
  }

  private double logLikelihood(int topics) {
    int[] clusterOf = SphericalKMeans.from(starts.get(topics), rows, ROUNDS).clusterOf();
    int[] heldOut = IntStream.range(0, counted.size()).filter(i -> i % HELD_OUT == 0).toArray();
    int[] learnt = clusterOf.clone();
    Arrays.stream(heldOut).forEach(i -> learnt[i] = -1);
    double terms = 0;
    for (int i : heldOut) {
      for (float count : counted.counts.values[i]) {
        terms += count;
      }
    }
    double sum = MultinomialMixture.logLikelihood(counted, learnt, topics, heldOut);
    return sum / Math.max(terms, 1);
  }
}
