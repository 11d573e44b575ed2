package io.koe.topics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Fits a topic model to documents.
 *
 * <p>{@link Founding} makes topics the first time, and once more when those rested on few
 * documents; from then on {@link Refit} goes on from the previous model's. Topics get the ids of
 * the previous topics they continue, new ones get new ids; then terms, labels, and the floors below
 * which an inquiry is unassigned.
 *
 * <p>The outcome depends on the documents alone: neither on their order nor on the machine.
 */
public final class TopicFit {
  private static final int MINIMUM_DOCUMENTS_OF_A_TERM = 2;
  private static final int FEWEST_TOPICS = 8;
  private static final int MOST_TOPICS = 60;

  /** Topics founded on fewer documents are founded anew when there are twice as many. */
  private static final int ENOUGH_DOCUMENTS = 800;

  private final int wantedTopics;
  private final long seed;

  /**
   * A fit of so many topics.
   *
   * @param topics number of topics; 0 lets the number n of documents choose: √(2 n), 8 to 60, when
   *     the topics are founded; later it follows slowly
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
    Optional<TopicModel> usable = previous.filter(p -> !p.topics().isEmpty());
    int[] before =
        documents.parallelStream()
            .mapToInt(d -> usable.map(p -> p.strongest(d.terms(), false)).orElse(-1))
            .toArray();
    int wanted = wanted(counted.size());
    boolean isFounding = usable.map(p -> isProvisional(p, counted.size())).orElse(true);
    MultinomialMixture mixture =
        isFounding
            ? Founding.mixture(counted, before, wanted, seed)
            : new Refit(documents, counted, before, seed)
                .mixture(usable.get(), date, wanted, wantedTopics > 0);
    TopicMatch match =
        usable
            .map(p -> TopicMatch.of(mixture, counted, p, before))
            .orElseGet(() -> TopicMatch.none(mixture.topics()));
    List<Topic> topics = new TopicNames(previous, date).topics(counted, mixture, match);
    TopicModel model =
        new TopicModel(
            date,
            counted.size(),
            isFounding ? counted.size() : usable.get().foundedOn(),
            topics,
            counted.terms,
            mixture.counts(),
            mixture.priors(),
            TopicFloors.of(documents, mixture));
    return new Fitted(model, Lineage.of(topics, match, usable, mixture.topicOf(), before));
  }

  private static boolean isProvisional(TopicModel model, int documents) {
    return model.foundedOn() < ENOUGH_DOCUMENTS && documents >= 2 * model.foundedOn();
  }

  private static TopicModel nothing(LocalDate date) {
    TermCounts none = new TermCounts(new int[0][], 0);
    return new TopicModel(date, 0, 0, List.of(), new String[0], none, new float[0], new float[0]);
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
            Math.max(FEWEST_TOPICS, Math.min(MOST_TOPICS, Math.round(Math.sqrt(2.0 * documents))));
    return Math.min(wantedTopics > 0 ? wantedTopics : byData, documents);
  }
}
