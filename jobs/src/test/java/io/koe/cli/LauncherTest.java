package io.koe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.koe.error.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code jobs/bin/koe} says before Java starts. */
class LauncherTest {
  private static final Path LAUNCHER = Path.of("bin", "koe").toAbsolutePath();

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"11.0.2,too old", "16,too old", "23.0.1,too new for Spark", "25,too new for Spark"})
  void aJavaThatSparkDoesNotRunOnIsRefusedBeforeAnythingIsBuilt(String version, String why)
      throws Exception {
    Path java = javaOf(version);
    String expected =
        """
        error: Java %s is %s
        where: %s
        fix:   install Java 17 or 21, or set JAVA_HOME
        """
            .formatted(version, why, java);
    assertRefused(expected);
    assertFalse(Files.exists(folder.resolve("started")));
  }

  @Test
  void withoutJavaItSaysSo() throws Exception {
    Path java = folder.resolve("bin").resolve("java");
    assertRefused(
        """
        error: Java was not found
        where: %s
        fix:   install Java 17 or 21, or set JAVA_HOME
        """
            .formatted(java));
  }

  /** A Java that leaves a file where it is started, with what the file beside it says of it. */
  private Path javaOf(String version) throws IOException {
    Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\ntouch '" + folder.resolve("started") + "'\n");
    java.toFile().setExecutable(true);
    Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return java;
  }

  private void assertRefused(String expected) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("bash", LAUNCHER.toString(), "catalog");
    builder.environment().put("JAVA_HOME", folder.toString());
    Process process = builder.redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(ExitCode.CONFIGURATION.code(), process.waitFor(), printed);
    assertEquals(expected, printed);
  }
}
