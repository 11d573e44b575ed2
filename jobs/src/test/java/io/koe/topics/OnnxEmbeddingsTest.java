package io.koe.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a small English model that a Maven artifact ships. */
class OnnxEmbeddingsTest {
  @TempDir private Path folder;

  @Test
  void textsThatMeanTheSameLieNearWhateverTheyAreReadWith() throws IOException {
    copy("/all-minilm-l6-v2-q.onnx", "model.onnx");
    copy("/all-minilm-l6-v2-q-tokenizer.json", "tokenizer.json");
    try (OnnxEmbeddings model = OnnxEmbeddings.open(folder)) {
      List<Embedding> found =
          model.of(
              List.of(
                  "The parcel has not arrived yet.",
                  "How do I change the password of my account, which I have forgotten?",
                  "My package still was not delivered."));
      assertEquals(384, found.get(0).size());
      assertEquals(1, cosine(found.get(0), found.get(0)), 1e-5);
      assertTrue(cosine(found.get(0), found.get(2)) > 0.2 + cosine(found.get(0), found.get(1)));
      Embedding alone = model.of(List.of("The parcel has not arrived yet.")).get(0);
      assertEquals(1, cosine(found.get(0), alone), 0.05);
    }
  }

  @Test
  void aFitTellsApartWhatOnlyTheEmbeddingsTellApart() {
    List<TopicDocument> documents = new ArrayList<>();
    for (TopicDocument document : Themes.documents(120, 3)) {
      float side = documents.size() % 2 == 0 ? 1 : -1;
      Embedding embedding = new Embedding(new float[] {side, 0.1f * (documents.size() % 7)});
      documents.add(
          new TopicDocument(
              document.inquiryId(),
              document.created(),
              List.of("商品", "購入", documents.size() % 3 == 0 ? "連絡" : "確認"),
              Optional.of(embedding)));
    }
    float[][] vectors = new DocumentVectors(CountedDocuments.of(documents, 2), 2).plain();
    assertTrue(Dense.product(vectors[0], vectors[6]) > 0.5 + Dense.product(vectors[0], vectors[3]));
    assertEquals(
        120,
        new TopicFit(2, 1).fit(documents, Optional.empty(), LocalDate.EPOCH).model().inquiries());
  }

  @Test
  void aFolderWithoutAModelIsNamed() {
    KoeException failure =
        assertThrows(KoeException.class, () -> OnnxEmbeddings.open(folder.resolve("none")));
    assertEquals(ExitCode.CONFIGURATION, failure.exitCode());
    assertTrue(failure.where().endsWith("model.onnx"), failure.where());
  }

  private void copy(String resource, String name) throws IOException {
    try (InputStream in = getClass().getResourceAsStream(resource)) {
      Files.copy(in, folder.resolve(name));
    }
  }

  private static double cosine(Embedding one, Embedding other) {
    double sum = 0;
    for (int i = 0; i < one.size(); i++) {
      sum += one.at(i) * other.at(i);
    }
    return sum;
  }
}
