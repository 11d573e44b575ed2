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
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Labelled texts in JSON lines, one object a line, plain or gzip; blank lines are passed over. */
public final class LabelledFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String textField;
  private final String labelField;
  private final int characters;
  private final Optional<SentenceEmbeddings> embeddings;

  /**
   * A way to read.
   *
   * @param textField name of the field with the text
   * @param labelField name of the field with the label
   * @param characters how many characters of each text count; 0 = all
   * @param embeddings a language model to embed texts with, if any
   */
  public LabelledFile(
      String textField,
      String labelField,
      int characters,
      Optional<SentenceEmbeddings> embeddings) {
    this.textField = textField;
    this.labelField = labelField;
    this.characters = characters;
    this.embeddings = embeddings;
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
    List<String> written = new ArrayList<>();
    try (BufferedReader lines = lines(file)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          String where = file + " line " + number;
          JsonNode row = parse(line, where);
          String text = counted(field(row, textField, where));
          String label = field(row, labelField, where);
          texts.add(text(String.format("%09d", number), text, label, tokenizer));
          written.add(text);
        }
      }
    } catch (IOException e) {
      throw missing("the labelled texts cannot be read", file.toString(), e);
    }
    if (texts.isEmpty()) {
      throw missing("there are no labelled texts", file.toString(), null);
    }
    return embeddings.map(model -> embedded(texts, model.of(written))).orElse(texts);
  }

  private static List<LabelledText> embedded(List<LabelledText> texts, List<Embedding> vectors) {
    List<LabelledText> embedded = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      LabelledText text = texts.get(i);
      embedded.add(
          new LabelledText(text.id(), text.segments(), text.label(), Optional.of(vectors.get(i))));
    }
    return embedded;
  }

  private static BufferedReader lines(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    boolean isZipped = file.toString().endsWith(".gz");
    return new BufferedReader(
        new InputStreamReader(
            isZipped ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8));
  }

  /** What counts of a text, normalised. */
  private String counted(String given) {
    String text = JapaneseNormalizer.normalize(given);
    int length = text.codePointCount(0, text.length());
    return characters == 0 || length <= characters
        ? text
        : text.substring(0, text.offsetByCodePoints(0, characters));
  }

  private static LabelledText text(
      String id, String text, String label, InquiryTokenizer tokenizer) {
    List<TermSegment> segments =
        Segments.of(text).stream()
            .map(s -> new TermSegment(s.fingerprint(), tokenizer.terms(s.text())))
            .filter(s -> !s.terms().isEmpty())
            .toList();
    return new LabelledText(id, segments, label, Optional.empty());
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
