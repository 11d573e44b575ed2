import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.koe.text.InquiryTokenizer;
import io.koe.topics.ClusterAgreement;
import io.koe.topics.Topic;
import io.koe.topics.TopicDocument;
import io.koe.topics.TopicFit;
import io.koe.topics.TopicModel;
import io.koe.topics.TopicWeight;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Replays labelled texts with a refit every Sunday and says how well topics and their ids hold.
 *
 * <pre>java -cp 'jobs/target/lib/*:jobs/target/koe-jobs.jar' jobs/bench/TopicStability.java FILE [TOPICS [DEALS]]</pre>
 *
 * FILE (.gz too) has a JSON object a line: id, text, label and, if it was a stream, date
 * (yyyy-mm-dd). Without dates the texts are dealt over twelve weeks: one label in fifteen is born in
 * week six or later (which ones, changes from deal to deal, 1 to 15 of them), every label's weekly
 * share drifts between a half and double, and half of its texts come in an order that follows their first term, so that words drift, too. TOPICS as in the
 * settings, 0 by default. A label first seen four weeks or more after the first text is a newborn
 * one. The first refit is after four weeks.
 */
public final class TopicStability {
  private static final int WINDOW_DAYS = 56;
  private static final int WEEKS = 12;
  private static final int FIRST_DEAL = 7;
  private static final LocalDate START = LocalDate.parse("2026-01-05");
  private static final double PRIOR = 0.1;
  private static final long[] SEEDS = {20260401L, 7L, 99L};

  private record Text(LocalDate date, String label, TopicDocument document) {}

  private final List<Text> texts;
  private final int topics;
  private final Map<String, LocalDate> born = new TreeMap<>();
  private double kept;
  private double keptOfTheWeek;
  private int refits;
  private final double[] recovered = new double[3];
  private final double[] newborn = new double[3];
  private final double[] recognised = new double[3];

  private TopicStability(List<Text> texts, int topics) {
    this.texts = texts;
    this.topics = topics;
    texts.forEach(t -> born.merge(t.label(), t.date(), (a, b) -> a.isBefore(b) ? a : b));
    LocalDate late = texts.get(0).date().plusDays(28);
    born.values().removeIf(day -> day.isBefore(late));
  }

  public static void main(String[] arguments) throws IOException {
    int topics = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
    int deals = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
    List<TopicStability> replayed = new ArrayList<>();
    for (int deal = 0; deal < deals; deal++) {
      TopicStability stability = new TopicStability(read(Path.of(arguments[0]), FIRST_DEAL + deal), topics);
      LocalDate last = stability.replay().modelDate();
      if (deal == 0) {
        stability.seeds(last);
      }
      replayed.add(stability);
    }
    summary(replayed);
  }

  private static void summary(List<TopicStability> replayed) {
    System.out.printf("%d deals: ids kept from refit to refit: %.3f; with the week's arrivals: %.3f%n", replayed.size(),
        replayed.stream().mapToDouble(s -> s.kept / s.refits).average().orElseThrow(),
        replayed.stream().mapToDouble(s -> s.keptOfTheWeek / s.refits).average().orElseThrow());
    for (int refit = 0; refit < 3; refit++) {
      int r = refit;
      double all = replayed.stream().mapToDouble(s -> s.newborn[r]).sum();
      double own = replayed.stream().mapToDouble(s -> s.recovered[r]).sum();
      double told = replayed.stream().mapToDouble(s -> s.recognised[r]).sum();
      System.out.printf("%d deals: newborn in a topic of their own at refit %d: %.3f of %.0f; recognised by who knows all other labels: %.3f%n",
          replayed.size(), refit + 1, own / all, all, told / all);
    }
  }

  private static List<Text> read(Path file, int deal) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    InquiryTokenizer tokenizer = new InquiryTokenizer();
    List<Text> texts = new ArrayList<>();
    for (String line : lines(file)) {
      JsonNode row = mapper.readTree(line);
      String text = Normalizer.normalize(row.get("text").asText(), Normalizer.Form.NFKC);
      LocalDate date = row.has("date") ? LocalDate.parse(row.get("date").asText()) : LocalDate.EPOCH;
      TopicDocument document = new TopicDocument(row.get("id").asText(), date, tokenizer.terms(text));
      texts.add(new Text(date, row.get("label").asText(), document));
    }
    return sorted(texts.get(0).date().equals(LocalDate.EPOCH) ? dealt(texts, deal) : texts);
  }

  private static List<String> lines(Path file) throws IOException {
    if (!file.toString().endsWith(".gz")) {
      return Files.readAllLines(file);
    }
    try (InputStream bytes = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static List<Text> sorted(List<Text> texts) {
    return texts.stream()
        .sorted(Comparator.comparing(Text::date).thenComparing(t -> t.document().inquiryId()))
        .toList();
  }

  /** Texts without dates as a drifting stream of twelve weeks. */
  private static List<Text> dealt(List<Text> texts, int deal) {
    Map<String, List<Text>> byLabel =
        texts.stream().collect(Collectors.groupingBy(Text::label, TreeMap::new, Collectors.toList()));
    List<Text> dealt = new ArrayList<>();
    int number = 0;
    for (Map.Entry<String, List<Text>> label : byLabel.entrySet()) {
      Random random = new Random(label.getKey().hashCode());
      int first = number % 15 == deal % 15 ? 5 + number / 15 % 4 : 0;
      number++;
      List<Text> own = new ArrayList<>(label.getValue());
      Collections.shuffle(own, random);
      int drifting = own.size() / 2;
      own.subList(0, drifting).sort(Comparator.comparing(TopicStability::firstTerm));
      double[] ends = ends(first, random);
      for (int i = 0; i < own.size(); i++) {
        double place = i < drifting ? (i + 0.5) / drifting : random.nextDouble();
        int week = 0;
        while (week < WEEKS - 1 && ends[week] < place) {
          week++;
        }
        LocalDate day = START.plusDays(7L * week + random.nextInt(7));
        TopicDocument document = own.get(i).document();
        dealt.add(
            new Text(
                day,
                label.getKey(),
                new TopicDocument(document.inquiryId(), day, document.terms())));
      }
    }
    return dealt;
  }

  private static int firstTerm(Text text) {
    List<String> terms = text.document().terms();
    return terms.isEmpty() ? 0 : terms.get(0).hashCode() * 0x9E3779B9;
  }

  /** Share of a label's texts up to the end of each week. */
  private static double[] ends(int first, Random random) {
    double[] ends = new double[WEEKS];
    double rate = 1;
    double sum = 0;
    for (int week = first; week < WEEKS; week++) {
      rate = Math.max(0.5, Math.min(2, rate * Math.exp(0.3 * random.nextGaussian())));
      sum += rate;
      ends[week] = sum;
    }
    for (int week = 0; week < WEEKS; week++) {
      ends[week] /= sum;
    }
    return ends;
  }

  private TopicModel replay() {
    LocalDate sunday =
        texts.get(0).date().with(TemporalAdjusters.next(DayOfWeek.SUNDAY)).plusWeeks(3);
    LocalDate last = texts.get(texts.size() - 1).date();
    Optional<TopicModel> previous = Optional.empty();
    System.out.println("refit       texts topics births deaths     V  V-in unassigned largest  kept kept+week  seconds");
    for (; !sunday.isAfter(last); sunday = sunday.plusWeeks(1)) {
      List<Text> window = window(sunday);
      long start = System.nanoTime();
      TopicFit.Fitted fitted = fit(SEEDS[0], topics, window, previous, sunday);
      double seconds = (System.nanoTime() - start) / 1e9;
      report(fitted, window, previous, seconds);
      previous = Optional.of(fitted.model());
    }
    return previous.orElseThrow();
  }

  private List<Text> window(LocalDate sunday) {
    return texts.stream()
        .filter(t -> !t.date().isAfter(sunday) && t.date().isAfter(sunday.minusDays(WINDOW_DAYS)))
        .toList();
  }

  private static TopicFit.Fitted fit(
      long seed, int topics, List<Text> texts, Optional<TopicModel> previous, LocalDate date) {
    return new TopicFit(topics, seed).fit(texts.stream().map(Text::document).toList(), previous, date);
  }

  private void report(TopicFit.Fitted fitted, List<Text> window, Optional<TopicModel> previous, double seconds) {
    TopicModel model = fitted.model();
    List<String> now = assign(model, window);
    List<String> labels = window.stream().map(Text::label).toList();
    double share = 0;
    double shareOfTheWeek = 0;
    if (previous.isPresent()) {
      List<Text> both = window.stream().filter(t -> !t.date().isAfter(previous.get().modelDate())).toList();
      share = kept(assign(previous.get(), both), assign(model, both));
      shareOfTheWeek = kept(assign(previous.get(), window), now);
      kept += share;
      keptOfTheWeek += shareOfTheWeek;
      refits++;
    }
    Map<String, Long> sizes = now.stream().collect(Collectors.groupingBy(t -> t, Collectors.counting()));
    long unassigned = sizes.getOrDefault(Topic.UNASSIGNED, 0L);
    sizes.remove(Topic.UNASSIGNED);
    Function<String, Long> events = e -> fitted.lineage().stream().filter(l -> l.event().equals(e)).count();
    List<Integer> inside = assigned(now);
    System.out.printf("%s %6d %6d %6d %6d %5.3f %5.3f %10.3f %7.3f %5.3f %9.3f %8.2f%n",
        model.modelDate(), window.size(), model.topics().size(), events.apply("birth"), events.apply("death"),
        v(now, labels), v(at(now, inside), at(labels, inside)), unassigned / (double) window.size(),
        sizes.values().stream().mapToLong(s -> s).max().orElse(0) / (double) window.size(), share, shareOfTheWeek, seconds);
    newborn(model, window, now);
    recognise(model, window);
  }

  /** Newborn labels: texts in topics that are theirs by majority and were not there before. */
  private void newborn(TopicModel model, List<Text> window, List<String> now) {
    Map<String, LocalDate> since = model.topics().stream().collect(Collectors.toMap(Topic::id, Topic::firstSeen));
    Map<String, Map<String, Integer>> counts = new HashMap<>();
    for (int i = 0; i < now.size(); i++) {
      counts.computeIfAbsent(now.get(i), k -> new TreeMap<>()).merge(window.get(i).label(), 1, Integer::sum);
    }
    born.forEach((label, day) -> {
      int refit = refit(model, day);
      if (refit < 0) {
        return;
      }
      counts.forEach((topic, of) -> {
        int mine = of.getOrDefault(label, 0);
        int all = of.values().stream().mapToInt(c -> c).sum();
        boolean own = since.containsKey(topic) && !since.get(topic).isBefore(day) && 2 * mine > all;
        newborn[refit] += mine;
        recovered[refit] += own ? mine : 0;
      });
    });
  }

  /** Number of the refit after a label's birth, from 0; -1 = too late or too early to count. */
  private int refit(TopicModel model, LocalDate day) {
    int refit = (int) (model.modelDate().toEpochDay() - day.toEpochDay()) / 7;
    return model.modelDate().isBefore(day) || refit >= recovered.length ? -1 : refit;
  }

  /**
   * What could be had: how many newborn texts a multinomial naive Bayes gives their own label when it is told the
   * labels of all other texts of the window, with a Dirichlet prior of 0.1 on the terms two texts have.
   */
  private void recognise(TopicModel model, List<Text> window) {
    Map<String, Long> texts = window.stream().collect(Collectors.groupingBy(Text::label, TreeMap::new, Collectors.counting()));
    Map<String, Long> frequency = window.stream().flatMap(t -> t.document().terms().stream().distinct())
        .collect(Collectors.groupingBy(t -> t, Collectors.counting()));
    frequency.values().removeIf(f -> f < 2);
    Map<String, Map<String, Integer>> counts = new HashMap<>();
    Map<String, Integer> lengths = new HashMap<>();
    for (Text text : window) {
      for (String term : text.document().terms()) {
        if (frequency.containsKey(term)) {
          counts.computeIfAbsent(term, k -> new HashMap<>()).merge(text.label(), 1, Integer::sum);
          lengths.merge(text.label(), 1, Integer::sum);
        }
      }
    }
    for (Text text : window) {
      int refit = born.containsKey(text.label()) ? refit(model, born.get(text.label())) : -1;
      if (refit >= 0) {
        List<String> terms = text.document().terms().stream().filter(frequency::containsKey).toList();
        String likeliest = texts.keySet().stream().max(Comparator.comparingDouble(label -> {
          int own = label.equals(text.label()) ? 1 : 0;
          double score = Math.log(texts.get(label) - own + 1);
          for (String term : terms) {
            double here = counts.get(term).getOrDefault(label, 0) - own * Collections.frequency(terms, term);
            score += Math.log((here + PRIOR) / (lengths.getOrDefault(label, 0) - own * terms.size() + PRIOR * frequency.size()));
          }
          return score;
        })).orElseThrow();
        recognised[refit] += likeliest.equals(text.label()) ? 1 : 0;
      }
    }
  }

  /** The last window again by other seeds, from scratch. */
  private void seeds(LocalDate date) {
    List<Text> window = window(date);
    List<List<String>> runs = Stream.of(SEEDS[0], SEEDS[1], SEEDS[2])
        .map(seed -> assign(fit(seed, topics, window, Optional.empty(), date).model(), window)).toList();
    double sum = ari(runs.get(0), runs.get(1)) + ari(runs.get(0), runs.get(2)) + ari(runs.get(1), runs.get(2));
    System.out.printf("agreement of seeds (ARI): %.3f%n", sum / 3);
    List<Text> shuffled = new ArrayList<>(window);
    Collections.shuffle(shuffled, new Random(1));
    TopicModel again = fit(SEEDS[0], topics, shuffled, Optional.empty(), date).model();
    System.out.println("same ids in another order: " + assign(again, window).equals(runs.get(0)));
    List<Text> most = window.stream().filter(t -> t.document().inquiryId().hashCode() % 10 != 0).toList();
    List<String> part = assign(fit(SEEDS[0], topics, most, Optional.empty(), date).model(), window);
    System.out.printf("agreement with nine texts in ten (ARI): %.3f%n", ari(runs.get(0), part));
  }

  private static List<String> assign(TopicModel model, List<Text> texts) {
    LocalDate first = model.modelDate().minusDays(WINDOW_DAYS);
    return texts.stream()
        .map(t -> model.assign(t.document().terms(), !t.date().isAfter(model.modelDate()) && t.date().isAfter(first)))
        .map(weights -> weights.stream().filter(TopicWeight::isPrimary).findFirst().orElseThrow().topicId())
        .toList();
  }

  private static List<Integer> assigned(List<String> topics) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < topics.size(); i++) {
      if (!topics.get(i).equals(Topic.UNASSIGNED)) {
        places.add(i);
      }
    }
    return places;
  }

  private static List<String> at(List<String> all, List<Integer> places) {
    return places.stream().map(all::get).toList();
  }

  private static double kept(List<String> before, List<String> after) {
    List<Integer> both = new ArrayList<>(assigned(before));
    both.retainAll(new TreeSet<>(assigned(after)));
    return both.stream().filter(i -> before.get(i).equals(after.get(i))).count() / (double) both.size();
  }

  private static double v(List<String> topics, List<String> labels) {
    return ClusterAgreement.of(numbered(topics), numbered(labels)).vMeasure();
  }

  /** Adjusted Rand index of what both assign. */
  private static double ari(List<String> one, List<String> other) {
    List<Integer> both = new ArrayList<>(assigned(one));
    both.retainAll(new TreeSet<>(assigned(other)));
    return ClusterAgreement.of(numbered(at(one, both)), numbered(at(other, both))).adjustedRand();
  }

  private static int[] numbered(List<String> values) {
    List<String> distinct = values.stream().distinct().sorted().toList();
    return values.stream().mapToInt(v -> Collections.binarySearch(distinct, v)).toArray();
  }
}
