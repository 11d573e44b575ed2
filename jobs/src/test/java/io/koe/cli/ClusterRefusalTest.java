package io.koe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.koe.KoeProcess;
import io.koe.TestKey;
import io.koe.sample.SampleDrop;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster that cannot be joined; {@code bench/cluster.sh} tries one whose secret is another. */
class ClusterRefusalTest {
  private static final LocalDate NIGHT = LocalDate.of(2026, 9, 7);

  @TempDir private Path folder;

  @Test
  void aSessionThatCannotStartOnTheClusterIsAMatterOfSettings() throws Exception {
    Path drop = folder.resolve("drop");
    new SampleDrop(drop, NIGHT, NIGHT, 1, 7).write(day -> {});
    KoeProcess koe =
        new KoeProcess(
            folder.resolve("left"),
            "-Dspark.authenticate=true",
            "-Dspark.network.crypto.enabled=true",
            "-Dspark.driver.host=127.0.0.1");
    Process withoutSecret =
        koe.run(
            drop,
            folder.resolve("warehouse"),
            TestKey.in(folder),
            "--date",
            NIGHT.toString(),
            "--master",
            "spark://127.0.0.1:1");
    assertEquals(78, withoutSecret.waitFor(), koe::printed);
    List<String> error =
        koe.printed().lines().dropWhile(line -> !line.startsWith("error: ")).toList();
    assertEquals("error: Spark could not be started on this cluster", error.get(0));
    assertEquals("where: --master spark://127.0.0.1:1", error.get(1));
    assertEquals(3, error.size(), koe::printed);
  }
}
