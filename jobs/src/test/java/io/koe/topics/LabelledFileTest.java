package io.koe.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledFileTest {
  @TempDir private Path folder;

  @Test
  void aTextIsReadAsTheTokenizerSeesIt() throws IOException {
    LabelledText text = read("{\"text\": \"ﾛｸﾞｲﾝ履歴\", \"label\": \"a\"}", 0).get(0);
    assertEquals("a", text.label());
    assertEquals(List.of("ログイン", "履歴", "ログイン履歴"), text.document().terms());
  }

  @Test
  void onlyTheFirstCharactersCount() throws IOException {
    LabelledText text = read("{\"text\": \"返金、発送\", \"label\": \"a\"}", 2).get(0);
    assertEquals(List.of("返金"), text.document().terms());
  }

  @Test
  void anErrorNamesTheLineAndNotItsText() throws IOException {
    KoeException failure = assertThrows(KoeException.class, () -> read("{\"label\": \"秘密\"}", 0));
    assertEquals(ExitCode.INPUT_MISSING, failure.exitCode());
    assertEquals(folder.resolve("labelled.jsonl") + " line 1", failure.where());
    assertFalse((failure.getMessage() + failure.fix()).contains("秘密"));
    assertThrows(KoeException.class, () -> read("{\"text\": ", 0));
    assertThrows(KoeException.class, () -> read("", 0));
  }

  private List<LabelledText> read(String line, int characters) throws IOException {
    Path file = folder.resolve("labelled.jsonl");
    Files.writeString(file, line + "\n");
    return new LabelledFile("text", "label", characters, Optional.empty()).read(file);
  }
}
