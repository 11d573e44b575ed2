import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;

/**
 * The yardstick: Lucene's Kuromoji alone, on two threads, over the bodies of one day of a drop.
 *
 * <p>Usage: {@code java -cp 'jobs/target/lib/*' BareKuromoji.java DROP DATE}. Prints the number of
 * texts, their mean length, tokens, and the wall seconds of tokenizing (reading is not counted; the
 * dictionary is loaded before).
 */
final class BareKuromoji {
  private static final int THREADS = 2;

  public static void main(String[] arguments) throws Exception {
    List<String> bodies = bodies(Path.of(arguments[0], "inquiries", "dt=" + arguments[1]));
    tokens(bodies.subList(0, Math.min(500, bodies.size())));
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    long start = System.nanoTime();
    List<Future<Long>> parts = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int from = (int) ((long) bodies.size() * i / THREADS);
      int to = (int) ((long) bodies.size() * (i + 1) / THREADS);
      Callable<Long> part = () -> tokens(bodies.subList(from, to));
      parts.add(threads.submit(part));
    }
    long tokens = 0;
    for (Future<Long> part : parts) {
      tokens += part.get();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    threads.shutdown();
    double length = bodies.stream().mapToInt(String::length).average().orElse(0);
    System.out.printf(
        Locale.ROOT, "%d %.0f %d %.2f%n", bodies.size(), length, tokens, seconds);
  }

  private static long tokens(List<String> texts) throws IOException {
    long count = 0;
    try (JapaneseTokenizer tokenizer =
        new JapaneseTokenizer(null, true, JapaneseTokenizer.Mode.NORMAL)) {
      for (String text : texts) {
        tokenizer.setReader(new StringReader(text));
        tokenizer.reset();
        while (tokenizer.incrementToken()) {
          count++;
        }
        tokenizer.end();
        tokenizer.close();
      }
    }
    return count;
  }

  private static List<String> bodies(Path day) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> bodies = new ArrayList<>();
    try (Stream<Path> files = Files.list(day)) {
      for (Path file : files.sorted().toList()) {
        try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
          for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            body(json, line, bodies);
          }
        }
      }
    }
    return bodies;
  }

  private static void body(ObjectMapper json, String line, List<String> bodies) {
    try {
      JsonNode body = json.readTree(line).get("body");
      if (body != null && body.isTextual()) {
        bodies.add(body.asText());
      }
    } catch (IOException e) {
      // A planted dirty line: no text to tokenize.
    }
  }
}
