package io.koe.topics;

/**
 * Topics from documents as vectors: spherical k-means from micro-clusters merged by Ward, or from
 * the topics there were; the best of several starts; then five rounds of hard EM of the mixture.
 */
final class Founding {
  private static final int STARTS = 5;
  private static final int ROUNDS = 20;
  private static final int EM_ROUNDS = 5;

  /** Passes of the singular value decomposition: enough for seeds to agree. */
  private static final int POWER_PASSES = 4;

  private Founding() {}

  /**
   * A mixture of {@code wanted} topics or a few less.
   *
   * @param before topic each document was in, to go on from; -1 = in none
   */
  static MultinomialMixture mixture(CountedDocuments counted, int[] before, int wanted, long seed) {
    float[][] vectors = DocumentVectors.of(counted, POWER_PASSES, seed);
    float[][] known = SphericalKMeans.means(vectors, before);
    SphericalKMeans best = clusters(vectors, known, wanted, seed);
    for (int start = 1; start < STARTS; start++) {
      SphericalKMeans other = clusters(vectors, known, wanted, seed + start);
      best = other.cosines(vectors) > best.cosines(vectors) ? other : best;
    }
    return MultinomialMixture.refine(
        counted, best.clusterOf(), best.centres().length, EM_ROUNDS, Refit.SMALLEST_TOPIC);
  }

  private static SphericalKMeans clusters(
      float[][] vectors, float[][] known, int wanted, long seed) {
    Starts starts = Starts.of(vectors, wanted, seed + 2);
    float[][] centres = known.length == 0 ? starts.merged(wanted) : starts.joinedTo(known, wanted);
    return SphericalKMeans.from(centres, vectors, ROUNDS);
  }
}
