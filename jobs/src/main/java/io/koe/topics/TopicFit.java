package io.koe.topics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fits a topic model to documents.
 *
 * <p>{@link Founding} makes topics the first time, and once more when those rested on few
 * documents; from then on {@link Refit} goes on from the previous model's. Topics get the ids of
 * the previous topics they continue, new ones get new ids; then terms, labels, and the floors below
 * which an inquiry is unassigned.
 *
 * <p>Copies of a text count once, see {@link Copies}, but in the number of inquiries.
 *
 * <p>The outcome depends on the documents alone: neither on their order nor on the machine.
 */
public final class TopicFit {
  private static final int MINIMUM_DOCUMENTS_OF_A_TERM = 2;

  /** Topics founded on fewer documents are founded anew when there are twice as many. */
  private static final int ENOUGH_DOCUMENTS = 800;

  private final int wantedTopics;
  private final long seed;

  /**
   * A fit of so many topics.
   *
   * @param topics number of topics; 0 lets the documents choose when the topics are founded, 8 to
   *     300, see {@link TopicCount}; later it follows the square root of the number of documents
   */
  public TopicFit(int topics, long seed) {
    this.wantedTopics = topics;
    this.seed = seed;
  }

  /**
   * A fitted model and where its topics come from.
   *
   * @param lineage ordered by topic
   * @param copies ids of the documents that others stood for, by the ids of those others, see
   *     {@link Copies}
   */
  public record Fitted(
      TopicModel model, List<LineageEvent> lineage, Map<String, List<String>> copies) {
    public Fitted {
      lineage = List.copyOf(lineage);
      copies = Map.copyOf(copies);
    }
  }

  /** Fits a model that is in force from {@code date} on. */
  public Fitted fit(List<TopicDocument> given, Optional<TopicModel> previous, LocalDate date) {
    Copies copies = new Copies(usable(given));
    List<TopicDocument> documents = copies.kept();
    CountedDocuments counted = CountedDocuments.of(documents, MINIMUM_DOCUMENTS_OF_A_TERM);
    if (counted.vocabulary() == 0) {
      return new Fitted(nothing(date), List.of(), Map.of());
    }
    Optional<TopicModel> usable = previous.filter(p -> !p.topics().isEmpty());
    int[] before =
        documents.parallelStream()
            .mapToInt(d -> usable.map(p -> p.strongest(d.terms(), false)).orElse(-1))
            .toArray();
    boolean isFounding = usable.map(p -> isProvisional(p, counted.size())).orElse(true);
    int wanted;
    MultinomialMixture mixture;
    if (isFounding) {
      DocumentVectors vectors = new DocumentVectors(counted, Founding.POWER_PASSES);
      wanted = wantedTopics > 0 ? wantedTopics : TopicCount.best(curve(counted, vectors));
      mixture = Founding.mixture(counted, vectors, before, Math.min(wanted, counted.size()), seed);
    } else {
      wanted = wantedLater(usable.get(), counted.size());
      mixture =
          new Refit(documents, counted, before, seed)
              .mixture(usable.get(), date, wanted, wantedTopics > 0);
    }
    TopicMatch match =
        usable
            .map(p -> TopicMatch.of(mixture, counted, p, before))
            .orElseGet(() -> TopicMatch.none(mixture.topics()));
    List<Topic> topics =
        new TopicNames(previous, date).topics(counted, copies.counts(), mixture, match);
    TopicModel model =
        new TopicModel(
            date,
            Arrays.stream(copies.counts()).sum(),
            isFounding ? counted.size() : usable.get().foundedOn(),
            isFounding ? wanted : usable.get().foundedTopics(),
            topics,
            counted.terms,
            mixture.counts(),
            mixture.priors(),
            TopicFloors.of(documents, mixture),
            Templates.NONE);
    List<LineageEvent> events = Lineage.of(topics, match, usable, mixture.topicOf(), before);
    return new Fitted(model, events, copies.byKept());
  }

  private static boolean isProvisional(TopicModel model, int documents) {
    return model.foundedOn() < ENOUGH_DOCUMENTS && documents >= 2 * model.foundedOn();
  }

  private static TopicModel nothing(LocalDate date) {
    TermCounts none = new TermCounts(new int[0][], 0);
    return new TopicModel(
        date, 0, 0, 0, List.of(), new String[0], none, new float[0], new float[0], Templates.NONE);
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

  private static List<TopicCountScore> curve(CountedDocuments counted, DocumentVectors vectors) {
    return new TopicCount(counted, vectors.plain()).curve();
  }

  /**
   * How well each number of topics on a coarse grid explains texts it was not learnt from; the
   * number with the largest likelihood is the one a fit chooses when it founds topics.
   */
  public List<TopicCountScore> curve(List<TopicDocument> given) {
    List<TopicDocument> documents = new Copies(usable(given)).kept();
    CountedDocuments counted = CountedDocuments.of(documents, MINIMUM_DOCUMENTS_OF_A_TERM);
    return counted.vocabulary() == 0
        ? List.of()
        : curve(counted, new DocumentVectors(counted, Founding.POWER_PASSES));
  }

  private int wantedLater(TopicModel previous, int documents) {
    double growth = Math.sqrt((double) documents / previous.foundedOn());
    return wantedTopics > 0
        ? Math.min(wantedTopics, documents)
        : (int) Math.round(previous.foundedTopics() * growth);
  }
}
