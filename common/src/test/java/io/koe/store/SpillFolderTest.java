package io.koe.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillFolderTest {
  private static final String TEMPORARY = "java.io.tmpdir";

  @TempDir Path folder;
  private String before;

  @BeforeEach
  void useFolder() {
    before = System.setProperty(TEMPORARY, folder.toString());
  }

  @AfterEach
  void useTheSystems() {
    System.setProperty(TEMPORARY, before);
  }

  @Test
  void itIsPrivateAndGoesWhenItIsClosed() throws IOException {
    try (SpillFolder spill = SpillFolder.create()) {
      assertEquals(
          "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(spill.path())));
      Files.writeString(Files.createDirectory(spill.path().resolve("blocks")).resolve("b"), "b");
    }
    assertEquals(List.of(), FileTree.children(folder));
  }

  @Test
  void whatADeadProcessLeftGoesAndWhatALivingOneUsesStays() throws Exception {
    Path log = Files.createTempFile("spill", ".log");
    Process dies = TestProcess.start(getClass(), log, folder.toString());
    Process lives = TestProcess.start(getClass(), log, folder.toString());
    while (Files.readAllLines(log).size() < 2) {
      assertTrue(dies.isAlive() && lives.isAlive(), () -> "neither ends by itself");
      Thread.sleep(10);
    }
    dies.destroyForcibly().waitFor();
    Path own = Files.createDirectory(folder.resolve("koe-spill-without-a-lock"));
    SpillFolder.create().close();
    List<String> left = FileTree.children(folder).stream().map(Path::toString).toList();
    assertEquals(3, left.size(), left.toString());
    assertTrue(left.contains(own.toString()));
    lives.destroyForcibly().waitFor();
    SpillFolder.create().close();
    assertEquals(List.of(own), FileTree.children(folder));
    Files.delete(log);
    assertFalse(lives.isAlive());
  }

  /** Holds two folders, as Spark and DuckDB in one process do, until it is killed. */
  public static void main(String[] args) throws Exception {
    System.setProperty(TEMPORARY, args[0]);
    try (SpillFolder first = SpillFolder.create();
        SpillFolder second = SpillFolder.create()) {
      System.out.println(first.path() + " " + second.path());
      Thread.sleep(600_000);
    }
  }
}
