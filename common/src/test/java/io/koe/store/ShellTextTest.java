package io.koe.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShellTextTest {
  @Test
  void whatAShellTakesAsItIsStaysAsItIs() {
    assertEquals("/data/koe-1/声", ShellText.of("/data/koe-1/声"));
    assertEquals("hdfs://a:9000/koe", ShellText.of("hdfs://a:9000/koe"));
    assertEquals("'/data/our inquiries'", ShellText.of("/data/our inquiries"));
    assertEquals("''", ShellText.of(""));
  }

  @Test
  void aShellReadsTheTextBack() throws IOException {
    for (String text : List.of("a b", "it's", "$HOME", "`id`", "a\\b", "~", "*", "!x", "a;b\nc")) {
      Process shell = new ProcessBuilder("bash", "-c", "printf %s " + ShellText.of(text)).start();
      String read = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(text, read);
    }
  }
}
