package io.koe.topics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Fits a topic model to documents.
 *
 * <ol>
 *   <li>documents become vectors: LSA joined with averaged word vectors;
 *   <li>spherical k-means, from the previous model's topics where there is one, otherwise from
 *       micro-clusters merged by Ward;
 *   <li>five rounds of hard EM of a multinomial mixture, the model that is kept;
 *   <li>topics get the ids of the previous topics they continue, new ones get new ids;
 *   <li>terms, labels, and the floors below which an inquiry is unassigned.
 * </ol>
 *
 * The outcome depends on the documents alone: neither on their order nor on the machine.
 */
public final class TopicFit {
  private static final int MINIMUM_DOCUMENTS_OF_A_TERM = 2;
  private static final int FEWEST_TOPICS = 8;
  private static final int MOST_TOPICS = 60;
  private static final int MOST_BIRTHS = 3;
  private static final int ROUNDS = 20;
  private static final int EM_ROUNDS = 5;
  private static final int SMALLEST_TOPIC = 5;
  private static final double FLOOR_PERCENTILE = 0.05;
  private static final double FLOOR_OF_MEDIAN = 0.4;

  private final int wantedTopics;
  private final long seed;

  /**
   * A fit of so many topics.
   *
   * @param topics number of topics; 0 lets the number n of documents choose: √(n ÷ 2), 8 to 60
   */
  public TopicFit(int topics, long seed) {
    this.wantedTopics = topics;
    this.seed = seed;
  }

  /**
   * A fitted model and where its topics come from.
   *
   * @param lineage ordered by topic
   */
  public record Fitted(TopicModel model, List<LineageEvent> lineage) {
    public Fitted {
      lineage = List.copyOf(lineage);
    }
  }

  /** Fits a model that is in force from {@code date} on. */
  public Fitted fit(List<TopicDocument> given, Optional<TopicModel> previous, LocalDate date) {
    List<TopicDocument> documents = usable(given);
    CountedDocuments counted = CountedDocuments.of(documents, MINIMUM_DOCUMENTS_OF_A_TERM);
    if (counted.size() == 0) {
      return new Fitted(nothing(date), List.of());
    }
    int[] before =
        documents.parallelStream()
            .mapToInt(d -> previous.map(p -> p.strongest(d.terms(), false)).orElse(-1))
            .toArray();
    float[][] vectors = DocumentVectors.of(counted, seed);
    float[][] starts = starts(vectors, previous, before);
    SphericalKMeans clusters = SphericalKMeans.from(starts, vectors, ROUNDS);
    MultinomialMixture mixture =
        MultinomialMixture.refine(
            counted, clusters.clusterOf(), starts.length, EM_ROUNDS, SMALLEST_TOPIC);
    TopicMatch match =
        previous
            .map(p -> TopicMatch.of(mixture, counted, p, before))
            .orElseGet(() -> TopicMatch.none(mixture.topics()));
    List<Topic> topics = topics(counted, mixture, match, previous, date);
    TopicModel model =
        new TopicModel(
            date,
            counted.size(),
            topics,
            counted.terms,
            mixture.counts(),
            mixture.priors(),
            floors(documents, counted, mixture));
    return new Fitted(model, lineage(topics, match, previous));
  }

  private static TopicModel nothing(LocalDate date) {
    TermCounts none = new TermCounts(new int[0][], 0);
    return new TopicModel(date, 0, List.of(), new String[0], none, new float[0], new float[0]);
  }

  /** Documents in the order of their ids, each with a term that another has, too. */
  private static List<TopicDocument> usable(List<TopicDocument> given) {
    List<TopicDocument> sorted =
        given.stream().sorted(Comparator.comparing(TopicDocument::inquiryId)).toList();
    CountedDocuments counted = CountedDocuments.of(sorted, MINIMUM_DOCUMENTS_OF_A_TERM);
    List<TopicDocument> usable = new ArrayList<>();
    for (int i = 0; i < counted.size(); i++) {
      if (counted.counts.columns[i].length > 0) {
        usable.add(sorted.get(i));
      }
    }
    return usable;
  }

  private int wanted(int documents) {
    int byData =
        (int)
            Math.max(FEWEST_TOPICS, Math.min(MOST_TOPICS, Math.round(Math.sqrt(documents / 2.0))));
    return Math.min(wantedTopics > 0 ? wantedTopics : byData, documents);
  }

  private float[][] starts(float[][] vectors, Optional<TopicModel> previous, int[] before) {
    int wanted = wanted(vectors.length);
    Starts starts = Starts.of(vectors, wanted, seed + 2);
    if (previous.isEmpty() || previous.get().topics().isEmpty()) {
      return starts.merged(wanted);
    }
    int count = previous.get().topics().size();
    int[] sizes = new int[count];
    Arrays.stream(before).filter(k -> k >= 0).forEach(k -> sizes[k]++);
    float[][] means = SphericalKMeans.means(vectors, before, new float[count][vectors[0].length]);
    List<float[]> alive = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      if (sizes[k] > 0) {
        alive.add(means[k]);
      }
    }
    boolean[] homeless = new boolean[before.length];
    for (int i = 0; i < before.length; i++) {
      homeless[i] = before[i] < 0;
    }
    int births = wantedTopics > 0 ? 0 : MOST_BIRTHS;
    return starts.joinedTo(
        alive.toArray(float[][]::new), Math.max(wanted, alive.size()), homeless, births);
  }

  private static List<Topic> topics(
      CountedDocuments counted,
      MultinomialMixture mixture,
      TopicMatch match,
      Optional<TopicModel> previous,
      LocalDate date) {
    List<List<TopicTerm>> terms = TopicTerms.of(counted, mixture.topicOf(), mixture.topics());
    TopicLabels labels = new TopicLabels();
    List<Optional<String>> kept = new ArrayList<>();
    for (int k = 0; k < mixture.topics(); k++) {
      List<TopicTerm> own = terms.get(k);
      kept.add(continued(match, previous, k).flatMap(old -> labels.keep(old.label(), own)));
    }
    TopicIds ids = new TopicIds(previous, date);
    List<Topic> topics = new ArrayList<>();
    for (int k = 0; k < mixture.topics(); k++) {
      List<TopicTerm> own = terms.get(k);
      Optional<Topic> old = continued(match, previous, k);
      String id = old.map(Topic::id).orElseGet(() -> ids.newId(own));
      topics.add(
          new Topic(
              id,
              kept.get(k).orElseGet(() -> labels.name(id, own)),
              old.map(Topic::firstSeen).orElse(date),
              old.isPresent() || previous.isEmpty() ? Topic.ACTIVE : Topic.NEW,
              mixture.sizes()[k],
              own));
    }
    return topics;
  }

  private static Optional<Topic> continued(
      TopicMatch match, Optional<TopicModel> previous, int topic) {
    int old = match.previousOf()[topic];
    return old < 0 ? Optional.empty() : previous.map(p -> p.topics().get(old));
  }

  private static float[] floors(
      List<TopicDocument> documents, CountedDocuments counted, MultinomialMixture mixture) {
    List<List<Double>> affinities = new ArrayList<>();
    for (int k = 0; k < mixture.topics(); k++) {
      affinities.add(new ArrayList<>());
    }
    for (int i = 0; i < counted.size(); i++) {
      int length = documents.get(i).terms().size();
      affinities.get(mixture.topicOf()[i]).add(mixture.affinityWithoutItself(i, length));
    }
    float[] floors = new float[mixture.topics()];
    for (int k = 0; k < floors.length; k++) {
      List<Double> sorted = affinities.get(k).stream().sorted().toList();
      floors[k] = sorted.isEmpty() ? 0 : floor(sorted);
    }
    return floors;
  }

  /** The 5th percentile of the topic's own; texts of two topics, with half of it, still pass. */
  private static float floor(List<Double> sorted) {
    double low = sorted.get((int) (FLOOR_PERCENTILE * sorted.size()));
    return (float) Math.min(low, FLOOR_OF_MEDIAN * sorted.get(sorted.size() / 2));
  }

  private static List<LineageEvent> lineage(
      List<Topic> topics, TopicMatch match, Optional<TopicModel> previous) {
    List<LineageEvent> events = new ArrayList<>();
    Set<String> alive = new HashSet<>();
    for (int k = 0; k < topics.size(); k++) {
      String id = topics.get(k).id();
      alive.add(id);
      events.add(
          match.previousOf()[k] < 0
              ? new LineageEvent(id, "birth", null, null)
              : new LineageEvent(id, "same", id, match.score()[k]));
    }
    previous.map(TopicModel::topics).orElse(List.of()).stream()
        .filter(old -> !alive.contains(old.id()))
        .forEach(old -> events.add(new LineageEvent(old.id(), "death", old.id(), null)));
    events.sort(Comparator.comparing(LineageEvent::topicId));
    return events;
  }
}
