package io.koe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes that leave their classes to the next one, and one that can't. */
class ClassArchiveTest {
  @TempDir private Path folder;

  /** What such a process runs; Java archives classes of jars alone, so it gets one. */
  static final class Answering {
    private Answering() {}

    public static void main(String[] arguments) {
      ClassArchive.writeIfAsked();
      System.out.println("answered");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"koe.jsa", "a koe of 声's.jsa", "a \"koe\".jsa"})
  void theNextProcessStartsFromTheArchive(String name) throws Exception {
    Path archive = folder.resolve(name);
    String asked = "-Dkoe.class.archive=" + archive;
    assertEquals("answered\n", start("-Xlog:disable", "-XX:+RecordDynamicDumpInfo", asked));
    assertEquals(List.of(archive), archives());
    String loaded = start("-Xlog:class+load", "-XX:SharedArchiveFile=" + archive);
    assertTrue(
        loaded
            .lines()
            .anyMatch(l -> l.contains("ClassArchive ") && l.contains("shared objects file (top)")),
        loaded);
    assertTrue(loaded.contains("answered\n"), loaded);
  }

  @Test
  void aProcessThatRemembersNoClassesAnswersAllTheSame() throws Exception {
    String asked = "-Dkoe.class.archive=" + folder.resolve("koe.jsa");
    assertEquals("answered\n", start(asked));
    assertEquals(List.of(), archives());
  }

  @Test
  void aProcessThatCannotNameItsArchiveAnswersAllTheSame() throws Exception {
    String asked = "-Dkoe.class.archive=" + folder.resolve("a 'koe' of \"声\".jsa");
    assertEquals("answered\n", start("-Xlog:disable", "-XX:+RecordDynamicDumpInfo", asked));
    assertEquals(List.of(), archives());
  }

  private String start(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", jar().toString(), Answering.class.getName()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed;
    try (InputStream out = process.getInputStream()) {
      printed = new String(out.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertEquals(0, process.waitFor(), printed);
    return printed;
  }

  private Path jar() throws IOException {
    Path jar = folder.resolve("koe.jar");
    if (!Files.exists(jar)) {
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
        for (Class<?> each : List.of(ClassArchive.class, Answering.class)) {
          String name = each.getName().replace('.', '/') + ".class";
          out.putNextEntry(new JarEntry(name));
          try (InputStream in = each.getClassLoader().getResourceAsStream(name)) {
            in.transferTo(out);
          }
        }
      }
    }
    return jar;
  }

  private List<Path> archives() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().contains(".jsa")).toList();
    }
  }
}
