package io.koe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.koe.error.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code jobs/bin/koe} does before Java starts. */
class LauncherTest {
  /** Without sources beside it, so that it builds nothing. */
  private Path launcher;

  @TempDir private Path folder;

  @BeforeEach
  void copyLauncher() throws IOException {
    launcher = Files.createDirectories(folder.resolve("jobs").resolve("bin")).resolve("koe");
    Files.copy(Path.of("bin", "koe"), launcher);
  }

  @ParameterizedTest
  @CsvSource({"11.0.2,too old", "16,too old", "23.0.1,too new for Spark", "25,too new for Spark"})
  void aJavaThatSparkDoesNotRunOnIsRefused(String version, String why) throws Exception {
    Path java = javaOf(version);
    String expected =
        """
        error: Java %s is %s
        where: %s
        fix:   install Java 17 or 21, or set JAVA_HOME
        """
            .formatted(version, why, java);
    assertPrints(ExitCode.CONFIGURATION.code(), expected, Map.of());
  }

  @Test
  void withoutJavaItSaysSo() throws Exception {
    String expected =
        """
        error: Java was not found
        where: %s
        fix:   install Java 17 or 21, or set JAVA_HOME
        """
            .formatted(folder.resolve("bin").resolve("java"));
    assertPrints(ExitCode.CONFIGURATION.code(), expected, Map.of());
  }

  /** As under cron, or with a locale that is not installed; one that can take them stays. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-,-,-,all= ctype=C.UTF-8 lang=",
        "C,-,-,all= ctype=C.UTF-8 lang=",
        "-,POSIX,C.UTF-8,all= ctype=C.UTF-8 lang=C.UTF-8",
        "-,-,ja_JP.eucJP,all= ctype=C.UTF-8 lang=ja_JP.eucJP",
        "-,-,ja_JP.none.UTF-8,all= ctype=C.UTF-8 lang=ja_JP.none.UTF-8",
        "-,-,C.UTF-8,all= ctype= lang=C.UTF-8",
        "C.UTF-8,-,C,all=C.UTF-8 ctype= lang=C"
      })
  void namesOfFilesAreUtf8InAnyLocale(String all, String ctype, String lang, String expected)
      throws Exception {
    javaOf("17.0.15");
    Map<String, String> locale = new HashMap<>();
    locale.put("LC_ALL", all);
    locale.put("LC_CTYPE", ctype);
    locale.put("LANG", lang);
    locale.values().removeIf(Objects::isNull);
    assertPrints(0, expected + "\n", locale);
  }

  /** A Java that prints its locale, with what the file beside it says of it. */
  private Path javaOf(String version) throws IOException {
    Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho \"all=$LC_ALL ctype=$LC_CTYPE lang=$LANG\"\n");
    java.toFile().setExecutable(true);
    Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return java;
  }

  private void assertPrints(int exit, String expected, Map<String, String> locale)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("bash", launcher.toString(), "catalog");
    builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
    builder.environment().putAll(locale);
    builder.environment().put("JAVA_HOME", folder.toString());
    Process process = builder.redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(exit, process.waitFor(), printed);
    assertEquals(expected, printed);
  }
}
