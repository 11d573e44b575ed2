package io.koe.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayIndexTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 4);

  @TempDir private Path folder;

  @Test
  void ofTwoAttemptsTheFirstStaysAndTheOtherLeavesNothing() throws IOException {
    write("q1");
    write("q1", "q2");
    assertEquals(List.of(IndexSpan.of(DAY).name()), List.of(folder.toFile().list()));
    try (FSDirectory directory = FSDirectory.open(folder.resolve(IndexSpan.of(DAY).name()));
        DirectoryReader reader = DirectoryReader.open(directory)) {
      assertEquals(1, reader.numDocs());
    }
  }

  private void write(String... inquiries) throws IOException {
    try (DayIndex index = new DayIndex(folder, DAY)) {
      for (String inquiry : inquiries) {
        index.add(new IndexedInquiry(inquiry, DAY, DAY, List.of("配送")));
      }
      index.finish();
    }
  }
}
