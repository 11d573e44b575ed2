import io.koe.text.morphology.Tokenizer;
import io.koe.text.morphology.UserWords;
import io.koe.text.morphology.WordReader;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What {@code mecab -Owakati} does, by Koe's own tokenizer on one thread: reads a file of texts,
 * one a line, and prints the words of each, with blanks between them. No user dictionary, and the
 * texts as they are.
 *
 * <pre>java -cp jobs/target/koe-jobs.jar jobs/bench/KoeWakati.java FILE</pre>
 */
final class KoeWakati {
  private final WordReader reader = Tokenizer.koe.reader(UserWords.NONE);
  private final StringBuilder words = new StringBuilder();

  public static void main(String[] arguments) throws IOException {
    KoeWakati koe = new KoeWakati();
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(
                new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8))) {
      koe.read(Path.of(arguments[0]), out);
    }
  }

  private void read(Path file, Writer out) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String text : (Iterable<String>) lines.lines()::iterator) {
        words.setLength(0);
        reader.read(
            text,
            (word, start, end) -> {
              if (text.charAt(start) != ' ') {
                words.append(text, start, end).append(' ');
              }
            });
        out.append(words.append('\n'));
      }
    }
  }
}
