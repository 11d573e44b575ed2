import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.koe.text.JapaneseNormalizer;
import io.koe.text.morphology.Tokenizer;
import io.koe.text.morphology.UserWords;
import io.koe.text.morphology.Word;
import io.koe.text.morphology.WordReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;

/**
 * Koe's own tokenizer beside Lucene's over the same texts.
 *
 * <p>Usage: {@code java -cp 'jobs/target/lib/*' TokenizerRace.java ROUNDS FILE...}; a file is JSON
 * Lines, plain or gzip, of which every string is a text; 0 rounds only compare.
 *
 * <ol>
 *   <li>compares all words of both, with and without the user dictionary, of the texts as they are
 *       and as the job reads them, and prints how many texts differ;
 *   <li>times both in turn, round by round, on one thread and on two, as the job reads the texts,
 *       and prints wall and CPU seconds and the ratio of the medians.
 * </ol>
 */
final class TokenizerRace {
  private record Found(Word word, int start, int end) {}

  private record Time(double wall, double cpu) {}

  public static void main(String[] arguments) throws Exception {
    int rounds = Integer.parseInt(arguments[0]);
    List<String> raw = new ArrayList<>();
    for (String file : Arrays.asList(arguments).subList(1, arguments.length)) {
      read(Path.of(file), raw);
    }
    List<String> texts = raw.stream().map(TokenizerRace::asTheJobReadsIt).toList();
    UserWords words = userWords();
    double length = texts.stream().mapToInt(String::length).average().orElse(0);
    System.out.printf(Locale.ROOT, "%,d texts of %.0f characters%n", texts.size(), length);
    compare("as they are", raw, UserWords.NONE);
    compare("normalised, with the user dictionary", texts, words);
    for (int threads = 1; threads <= 2 && rounds > 0; threads++) {
      race(texts, words, threads, rounds);
    }
  }

  private static void compare(String what, List<String> texts, UserWords user) {
    WordReader koe = Tokenizer.koe.reader(user);
    WordReader lucene = Tokenizer.lucene.reader(user);
    long words = 0;
    int differences = 0;
    for (String text : texts) {
      List<Found> expected = found(lucene, text);
      words += expected.size();
      differences += found(koe, text).equals(expected) ? 0 : 1;
    }
    System.out.printf(
        Locale.ROOT, "%s: %,d words, %,d texts differ%n", what, words, differences);
  }

  private static List<Found> found(WordReader reader, String text) {
    List<Found> found = new ArrayList<>();
    reader.read(text, (word, start, end) -> found.add(new Found(word, start, end)));
    return found;
  }

  private static void race(List<String> texts, UserWords user, int threads, int rounds)
      throws Exception {
    List<Time> koe = new ArrayList<>();
    List<Time> lucene = new ArrayList<>();
    time(Tokenizer.koe, user, texts, threads);
    time(Tokenizer.lucene, user, texts, threads);
    for (int round = 1; round <= rounds; round++) {
      koe.add(time(Tokenizer.koe, user, texts, threads));
      lucene.add(time(Tokenizer.lucene, user, texts, threads));
      System.out.printf(
          Locale.ROOT,
          "  round %d: Koe %.2f s (CPU %.2f), Lucene %.2f s (CPU %.2f)%n",
          round,
          koe.get(round - 1).wall(),
          koe.get(round - 1).cpu(),
          lucene.get(round - 1).wall(),
          lucene.get(round - 1).cpu());
    }
    Time k = median(koe);
    Time l = median(lucene);
    System.out.printf(
        Locale.ROOT,
        "%d thread(s), medians: Koe %.2f s (CPU %.2f), Lucene %.2f s (CPU %.2f);"
            + " Koe / Lucene: wall %.2f, CPU %.2f%n",
        threads,
        k.wall(),
        k.cpu(),
        l.wall(),
        l.cpu(),
        k.wall() / l.wall(),
        k.cpu() / l.cpu());
  }

  private static Time median(List<Time> times) {
    return new Time(
        times.stream().mapToDouble(Time::wall).sorted().toArray()[times.size() / 2],
        times.stream().mapToDouble(Time::cpu).sorted().toArray()[times.size() / 2]);
  }

  private static Time time(Tokenizer tokenizer, UserWords user, List<String> texts, int threads)
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    long start = System.nanoTime();
    List<Future<Double>> parts = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      List<String> part =
          texts.subList(texts.size() * i / threads, texts.size() * (i + 1) / threads);
      Callable<Double> work = () -> cpu(tokenizer, user, part);
      parts.add(pool.submit(work));
    }
    double cpu = 0;
    for (Future<Double> part : parts) {
      cpu += part.get();
    }
    pool.shutdown();
    return new Time((System.nanoTime() - start) / 1e9, cpu);
  }

  private static double cpu(Tokenizer tokenizer, UserWords user, List<String> texts) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    WordReader reader = tokenizer.reader(user);
    long[] characters = {0};
    for (String text : texts) {
      reader.read(
          text,
          (word, from, to) -> characters[0] += word.base().length() + word.surface().length());
    }
    if (characters[0] < 0) {
      throw new IllegalStateException();
    }
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
  }

  private static String asTheJobReadsIt(String text) {
    return JapaneseNormalizer.normalize(text).toLowerCase(Locale.ROOT);
  }

  private static UserWords userWords() throws IOException {
    try (InputStream in =
        JapaneseNormalizer.class.getResourceAsStream("user-dictionary.csv")) {
      return UserWords.of(
          new String(in.readAllBytes(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
    }
  }

  private static void read(Path file, List<String> texts) throws IOException {
    ObjectMapper json = new ObjectMapper();
    InputStream in = Files.newInputStream(file);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in,
                StandardCharsets.UTF_8))) {
      lines.lines().forEach(line -> strings(json, line, texts));
    }
  }

  private static void strings(ObjectMapper json, String line, List<String> texts) {
    try {
      for (JsonNode value : json.readTree(line)) {
        if (value.isTextual()) {
          texts.add(value.asText());
        }
      }
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      // A planted dirty line: no text in it.
    }
  }
}
