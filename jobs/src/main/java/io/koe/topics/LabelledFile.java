package io.koe.topics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.text.InquiryTokenizer;
import io.koe.text.JapaneseNormalizer;
import io.koe.text.Segments;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Labelled texts in JSON lines, one object a line, plain or gzip; blank lines are passed over. */
public final class LabelledFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String textField;
  private final String labelField;
  private final int characters;

  /**
   * A way to read.
   *
   * @param textField name of the field with the text
   * @param labelField name of the field with the label
   * @param characters how many characters of each text count; 0 = all
   */
  public LabelledFile(String textField, String labelField, int characters) {
    this.textField = textField;
    this.labelField = labelField;
    this.characters = characters;
  }

  /**
   * The texts as Koe's tokenizer sees them, in the order of the file, named by their line.
   *
   * @throws KoeException when the file can't be read, a line lacks a text or a label, or there is
   *     no line; it says which line, never what stands in it
   */
  public List<LabelledText> read(Path file) {
    InquiryTokenizer tokenizer = new InquiryTokenizer();
    List<LabelledText> texts = new ArrayList<>();
    try (BufferedReader lines = lines(file)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          texts.add(text(line, file + " line " + number, number, tokenizer));
        }
      }
    } catch (IOException e) {
      throw missing("the labelled texts cannot be read", file.toString(), e);
    }
    if (texts.isEmpty()) {
      throw missing("there are no labelled texts", file.toString(), null);
    }
    return texts;
  }

  private static BufferedReader lines(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    boolean isZipped = file.toString().endsWith(".gz");
    return new BufferedReader(
        new InputStreamReader(
            isZipped ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8));
  }

  private LabelledText text(String line, String where, int number, InquiryTokenizer tokenizer) {
    JsonNode row = parse(line, where);
    String text = JapaneseNormalizer.normalize(field(row, textField, where));
    int length = text.codePointCount(0, text.length());
    String counted =
        characters == 0 || length <= characters
            ? text
            : text.substring(0, text.offsetByCodePoints(0, characters));
    String id = String.format("%09d", number);
    List<TermSegment> segments =
        Segments.of(counted).stream()
            .map(s -> new TermSegment(s.fingerprint(), tokenizer.terms(s.text())))
            .filter(s -> !s.terms().isEmpty())
            .toList();
    return new LabelledText(id, segments, field(row, labelField, where));
  }

  private static JsonNode parse(String line, String where) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      // The cause would show the line.
      throw missing("not JSON", where, null);
    }
  }

  private static String field(JsonNode row, String name, String where) {
    JsonNode value = row.get(name);
    if (value == null || !value.isTextual()) {
      throw missing("no text in the field " + name, where, null);
    }
    return value.asText();
  }

  private static KoeException missing(String what, String where, Exception cause) {
    return new KoeException(
        ExitCode.INPUT_MISSING,
        what,
        where,
        "give JSON lines, one object with a text and its label a line; name other fields with"
            + " --text-field and --label-field",
        cause);
  }
}
