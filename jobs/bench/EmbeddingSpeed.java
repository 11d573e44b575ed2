import com.fasterxml.jackson.databind.ObjectMapper;
import io.koe.topics.OnnxEmbeddings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Texts a second through a sentence embedding model on the processor.
 *
 * <pre>java -cp 'jobs/target/lib/*:jobs/target/koe-jobs.jar' jobs/bench/EmbeddingSpeed.java FOLDER FILE [TEXTS]</pre>
 *
 * FOLDER as for --embedding-model; FILE (.gz too) has a JSON object with a text a line, of which
 * the first 2,000 count. Koe must be built with the profile embeddings.
 */
public final class EmbeddingSpeed {
  private static final int WARM_UP = 100;

  private EmbeddingSpeed() {}

  public static void main(String[] arguments) throws IOException {
    int most = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2_000;
    List<String> texts = read(Path.of(arguments[1]), most);
    try (OnnxEmbeddings model = OnnxEmbeddings.open(Path.of(arguments[0]))) {
      model.of(texts.subList(0, Math.min(WARM_UP, texts.size())));
      long start = System.nanoTime();
      model.of(texts);
      double seconds = (System.nanoTime() - start) / 1e9;
      double characters = texts.stream().mapToInt(String::length).average().orElseThrow();
      System.out.printf(
          "%d texts of %.0f characters: %.0f texts/s on %d cores%n",
          texts.size(), characters, texts.size() / seconds, Runtime.getRuntime().availableProcessors());
    }
  }

  private static List<String> read(Path file, int most) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<String> texts = new ArrayList<>();
    try (InputStream bytes = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
      for (String line : new String(plain.readAllBytes(), StandardCharsets.UTF_8).lines().limit(most).toList()) {
        texts.add(mapper.readTree(line).get("text").asText());
      }
    }
    return texts;
  }
}
