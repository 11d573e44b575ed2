package io.koe.topics;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * A mixture that goes on from the topics of the previous model, so that topics keep their meaning:
 * what that model was fitted on stays where it puts it; documents opened since go where their
 * vectors are clearly nearer; what is new has to show itself, as a burst or as a part of a large
 * topic.
 */
final class Refit {
  /** Topics left with fewer documents are given up. */
  static final int SMALLEST_TOPIC = 5;

  private static final int MOST_BIRTHS = 4;
  private static final int POWER_PASSES = 2;

  /** By how much another topic's cosine must be larger for a document to go there. */
  private static final double CLEARLY = 0.2;

  private final List<TopicDocument> documents;
  private final CountedDocuments counted;
  private final int[] before;
  private final long seed;

  /**
   * A refit.
   *
   * @param before position of each document's topic in the previous model; -1 when unassigned
   */
  Refit(List<TopicDocument> documents, CountedDocuments counted, int[] before, long seed) {
    this.documents = documents;
    this.counted = counted;
    this.before = before;
    this.seed = seed;
  }

  /**
   * The refitted mixture, in force from {@code date} on.
   *
   * @param wanted number of topics the documents suggest
   * @param isFixed whether there must not be more
   */
  MultinomialMixture mixture(TopicModel previous, LocalDate date, int wanted, boolean isFixed) {
    int topics = previous.topics().size();
    int[] topicOf = placed(openedAfter(previous.modelDate()), topics);
    int alive = (int) Arrays.stream(topicOf).filter(k -> k >= 0).distinct().count();
    int births = isFixed ? Math.max(0, Math.min(MOST_BIRTHS, wanted - alive)) : MOST_BIRTHS;
    boolean[] recent = openedAfter(date.minusDays(Bursts.RECENT_DAYS));
    int born = new Bursts(counted, recent).addTo(topicOf, topics, births);
    boolean isSplit =
        alive + born < wanted && new TopicSplit(counted, seed).addTo(topicOf, topics + born);
    int all = topics + born + (isSplit ? 1 : 0);
    return MultinomialMixture.complete(counted, topicOf, all, SMALLEST_TOPIC);
  }

  private boolean[] openedAfter(LocalDate day) {
    boolean[] opened = new boolean[documents.size()];
    for (int i = 0; i < opened.length; i++) {
      opened[i] = documents.get(i).created().isAfter(day);
    }
    return opened;
  }

  /** Known documents where they were, unseen ones where they clearly belong. */
  private int[] placed(boolean[] isUnseen, int topics) {
    float[][] vectors = new DocumentVectors(counted, POWER_PASSES).telling(before, topics);
    int[] known = before.clone();
    for (int i = 0; i < known.length; i++) {
      known[i] = isUnseen[i] ? -1 : known[i];
    }
    float[][] means = SphericalKMeans.means(vectors, known, new float[topics][vectors[0].length]);
    int[] nearest = new NearestCentres(means, vectors).clusterOf();
    int[] placed = before.clone();
    for (int i = 0; i < placed.length; i++) {
      if (isUnseen[i] && placed[i] >= 0) {
        double gain =
            Dense.product(vectors[i], means[nearest[i]])
                - Dense.product(vectors[i], means[placed[i]]);
        placed[i] = gain > CLEARLY ? nearest[i] : placed[i];
      }
    }
    return placed;
  }
}
