package io.koe.topics;

import java.util.ArrayList;
import java.util.List;

/**
 * Topics from documents as vectors: spherical k-means from micro-clusters merged by Ward, or from
 * the topics there were. Twice the clusters found say which terms tell them apart, and so give the
 * documents new vectors. What several starts on the first and the last vectors agree on becomes the
 * topics, so that luck decides little. Then five rounds of hard EM of the mixture.
 */
final class Founding {
  private static final int LESSONS = 2;
  private static final int STARTS_OF_A_LESSON = 2;
  private static final int STARTS = 5;
  private static final int ROUNDS = 20;
  private static final int EM_ROUNDS = 5;

  /** Passes of the singular value decomposition. */
  static final int POWER_PASSES = 4;

  private final int[] before;
  private final int wanted;
  private final long seed;

  private Founding(int[] before, int wanted, long seed) {
    this.before = before;
    this.wanted = wanted;
    this.seed = seed;
  }

  /**
   * A mixture of {@code wanted} topics or a few less.
   *
   * @param before topic each document was in, to go on from; -1 = in none
   */
  static MultinomialMixture mixture(
      CountedDocuments counted, DocumentVectors vectors, int[] before, int wanted, long seed) {
    Founding founding = new Founding(before, wanted, seed);
    View plain = founding.new View(vectors.plain());
    View telling = plain;
    for (int lesson = 0; lesson < LESSONS; lesson++) {
      MultinomialMixture learnt = refined(counted, telling.best());
      telling = founding.new View(vectors.telling(learnt.topicOf(), learnt.topics()));
    }
    return refined(counted, founding.consensus(plain, telling));
  }

  private static MultinomialMixture refined(CountedDocuments counted, SphericalKMeans clusters) {
    return MultinomialMixture.refine(
        counted, clusters.clusterOf(), clusters.centres().length, EM_ROUNDS, Refit.SMALLEST_TOPIC);
  }

  /**
   * Clusters of what several starts agree on, by both views of the documents: each document at the
   * mean of the centres they put it at, so documents always together coincide, and those torn
   * between clusters lie between.
   */
  private SphericalKMeans consensus(View plain, View telling) {
    int width = plain.rows[0].length;
    float[][] means = new float[plain.rows.length][width + telling.rows[0].length];
    for (int start = 0; start < STARTS; start++) {
      SphericalKMeans ofPlain = plain.clusters(start);
      SphericalKMeans ofTelling = telling.clusters(start);
      Rows.each(
          means.length,
          i -> {
            addTo(means[i], 0, ofPlain.centres()[ofPlain.clusterOf()[i]]);
            addTo(means[i], width, ofTelling.centres()[ofTelling.clusterOf()[i]]);
          });
    }
    Rows.each(means.length, i -> Dense.normalise(means[i]));
    return new View(means).best();
  }

  private static void addTo(float[] mean, int from, float[] centre) {
    for (int j = 0; j < centre.length; j++) {
      mean[from + j] += centre[j];
    }
  }

  /** Documents as vectors, and their clusterings, each made when first asked for. */
  private final class View {
    private final float[][] rows;
    private final List<SphericalKMeans> clusterings = new ArrayList<>();

    View(float[][] rows) {
      this.rows = rows;
    }

    SphericalKMeans clusters(int start) {
      while (clusterings.size() <= start) {
        clusterings.add(from(seed + clusterings.size()));
      }
      return clusterings.get(start);
    }

    private SphericalKMeans from(long start) {
      float[][] known = SphericalKMeans.means(rows, before);
      Starts starts = Starts.of(rows, wanted, start + 2);
      float[][] centres =
          known.length == 0 ? starts.merged(wanted) : starts.joinedTo(known, wanted);
      return SphericalKMeans.from(centres, rows, ROUNDS);
    }

    /** The clustering with the largest sum of cosines of a lesson's starts. */
    SphericalKMeans best() {
      SphericalKMeans best = clusters(0);
      for (int start = 1; start < STARTS_OF_A_LESSON; start++) {
        SphericalKMeans other = clusters(start);
        best = other.cosines(rows) > best.cosines(rows) ? other : best;
      }
      return best;
    }
  }
}
