package io.koe.topics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Gives the topics of a fit their themes and their positions on the map. */
final class TopicPlaces {
  private static final double THRESHOLD = 0.3;

  private final List<Theme> known = new ArrayList<>();
  private final List<Topic> old;
  private final Optional<TopicModel> previous;
  private final LocalDate date;

  /** Places of topics in force from {@code date} on. */
  TopicPlaces(Optional<TopicModel> previous, LocalDate date) {
    this.previous = previous;
    this.date = date;
    this.old = previous.map(TopicModel::topics).orElse(List.of());
    old.stream().map(t -> t.place().theme()).distinct().forEach(known::add);
  }

  /**
   * One place per topic.
   *
   * @param previousOf position of the topic each continues in the previous model; -1 for new ones
   */
  List<TopicPlace> of(CountedDocuments counted, MultinomialMixture mixture, int[] previousOf) {
    float[][] vectors = TopicVectors.of(mixture.counts());
    int[] before =
        Arrays.stream(previousOf)
            .map(p -> p < 0 ? -1 : known.indexOf(old.get(p).place().theme()))
            .toArray();
    int[] themeOf = ThemeGroups.of(vectors, before);
    if (ThemeGroups.isAnew(before)) {
      themeOf = matched(themeOf, before, mixture.sizes());
    }
    double[][] then = new double[previousOf.length][];
    Arrays.setAll(then, k -> previousOf[k] < 0 ? null : position(old.get(previousOf[k])));
    double[][] map = TopicMap.positions(vectors, themeOf, then);
    List<Theme> themes = themes(counted, mixture.topicOf(), themeOf);
    int[] last = themeOf;
    return IntStream.range(0, map.length)
        .mapToObj(k -> new TopicPlace(themes.get(last[k]), map[k][0], map[k][1]))
        .toList();
  }

  private static double[] position(Topic topic) {
    return new double[] {topic.place().x(), topic.place().y()};
  }

  /** Themes made anew take the numbers of known ones with which they share most inquiries. */
  private int[] matched(int[] themeOf, int[] before, int[] sizes) {
    int groups = Arrays.stream(themeOf).max().orElse(-1) + 1;
    double[][] shared = new double[groups][known.size()];
    double[] now = new double[groups];
    double[] then = new double[known.size()];
    for (int k = 0; k < themeOf.length; k++) {
      now[themeOf[k]] += sizes[k];
      if (before[k] >= 0) {
        then[before[k]] += sizes[k];
        shared[themeOf[k]][before[k]] += sizes[k];
      }
    }
    for (int group = 0; group < groups; group++) {
      for (int theme = 0; theme < then.length; theme++) {
        shared[group][theme] *= 2 / (now[group] + Math.max(1, then[theme]));
      }
    }
    int[] numbers = Hungarian.largest(shared);
    for (int group = 0; group < groups; group++) {
      boolean isKnown = numbers[group] >= 0 && shared[group][numbers[group]] >= THRESHOLD;
      numbers[group] = isKnown ? numbers[group] : known.size() + group;
    }
    return Arrays.stream(themeOf).map(group -> numbers[group]).toArray();
  }

  /** Themes by number; null where a number is in no use. */
  private List<Theme> themes(CountedDocuments counted, int[] topicOf, int[] themeOf) {
    int[] themeOfDocument = Arrays.stream(topicOf).map(k -> themeOf[k]).toArray();
    int count = Arrays.stream(themeOf).max().orElse(-1) + 1;
    List<List<TopicTerm>> terms = TopicTerms.of(counted, themeOfDocument, count);
    Set<Integer> used = new HashSet<>(Arrays.stream(themeOf).boxed().toList());
    TopicLabels labels = new TopicLabels();
    String[] kept = new String[count];
    for (int theme = 0; theme < Math.min(count, known.size()); theme++) {
      if (used.contains(theme)) {
        kept[theme] = labels.keep(known.get(theme).label(), terms.get(theme)).orElse(null);
      }
    }
    TopicIds ids = TopicIds.ofThemes(previous, date);
    List<Theme> themes = new ArrayList<>();
    for (int theme = 0; theme < count; theme++) {
      if (!used.contains(theme)) {
        themes.add(null);
        continue;
      }
      List<TopicTerm> own = terms.get(theme);
      String id = theme < known.size() ? known.get(theme).id() : ids.newId(own);
      themes.add(new Theme(id, kept[theme] != null ? kept[theme] : labels.name(id, own), own));
    }
    return themes;
  }
}
