package io.koe.tokenize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.koe.sample.SampleDrop;
import io.koe.text.InquiryTokenizer;
import io.koe.text.JapaneseNormalizer;
import io.koe.text.morphology.Tokenizer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTermsTest {
  @TempDir private Path drop;

  @Test
  void bothTokenizersFindTheSameTermsInTheSample() throws IOException {
    LocalDate day = LocalDate.parse("2026-10-01");
    new SampleDrop(drop, day, day, 1000, 7).write(done -> {});
    InquiryTokenizer koe = new InquiryTokenizer(Tokenizer.koe);
    InquiryTokenizer lucene = new InquiryTokenizer(Tokenizer.lucene);
    List<String> texts = texts(drop.resolve("inquiries/dt=" + day));
    assertTrue(texts.size() > 900);
    texts.forEach(text -> assertEquals(lucene.terms(text), koe.terms(text), text));
  }

  private static List<String> texts(Path day) throws IOException {
    List<String> texts = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(day.resolve("part-000.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
      ObjectMapper json = new ObjectMapper();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        // The sample has rows that are cut off, too.
        if (line.endsWith("}")) {
          JsonNode body = json.readTree(line).path("body");
          if (body.isTextual()) {
            texts.add(JapaneseNormalizer.normalize(body.asText()));
          }
        }
      }
    }
    return texts;
  }
}
