package io.koe.topics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives the topics of a fit their ids, names, terms and places. */
final class TopicNames {
  private final Optional<TopicModel> previous;
  private final LocalDate date;

  TopicNames(Optional<TopicModel> previous, LocalDate date) {
    this.previous = previous;
    this.date = date;
  }

  /**
   * The topics of a mixture.
   *
   * @param inquiries number of inquiries each document stands for
   */
  List<Topic> topics(
      CountedDocuments counted, int[] inquiries, MultinomialMixture mixture, TopicMatch match) {
    int[] sizes = new int[mixture.topics()];
    for (int i = 0; i < inquiries.length; i++) {
      sizes[mixture.topicOf()[i]] += inquiries[i];
    }
    List<List<TopicTerm>> terms = TopicTerms.of(counted, mixture.topicOf(), mixture.topics());
    TopicLabels labels = new TopicLabels();
    List<Optional<String>> kept = new ArrayList<>();
    for (int k = 0; k < mixture.topics(); k++) {
      List<TopicTerm> own = terms.get(k);
      kept.add(continued(match, k).flatMap(old -> labels.keep(old.label(), own)));
    }
    List<TopicPlace> places =
        new TopicPlaces(previous, date).of(counted, mixture, match.previousOf());
    TopicIds ids = new TopicIds(previous, date);
    List<Topic> topics = new ArrayList<>();
    for (int k = 0; k < mixture.topics(); k++) {
      List<TopicTerm> own = terms.get(k);
      Optional<Topic> old = continued(match, k);
      String id = old.map(Topic::id).orElseGet(() -> ids.newId(own));
      topics.add(
          new Topic(
              id,
              kept.get(k).orElseGet(() -> labels.name(id, own)),
              old.map(Topic::firstSeen).orElse(date),
              old.isPresent() || previous.isEmpty() ? Topic.ACTIVE : Topic.NEW,
              sizes[k],
              own,
              places.get(k)));
    }
    return topics;
  }

  private Optional<Topic> continued(TopicMatch match, int topic) {
    int old = match.previousOf()[topic];
    return old < 0 ? Optional.empty() : previous.map(p -> p.topics().get(old));
  }
}
