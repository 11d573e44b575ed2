package io.koe.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.store.Commit.CommittedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search index is part of a snapshot without being a table. */
class IndexFolderTest {
  private static final Path DAY = Path.of("day=2026-04-01");

  @TempDir Path root;

  @Test
  void itsFilesKeepTheirNamesAndAreReadOnlyListedAndHashed() throws IOException {
    Commit commit = publish();
    Path snapshot = Warehouse.open(root).snapshot(commit);
    Path file = IndexFolder.of(snapshot).resolve(DAY).resolve("_0.cfs");
    assertEquals("r--r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    CommittedFile listed =
        Warehouse.open(root).files(commit).stream()
            .filter(f -> f.path().equals("restricted/_search/day=2026-04-01/_0.cfs"))
            .findFirst()
            .orElseThrow();
    assertEquals(Sha256.hex(file), listed.sha256());
  }

  @Test
  void itIsNoTable() throws IOException {
    Commit commit = publish();
    assertFalse(commit.tables().stream().anyMatch(t -> t.name().contains("search")));
    assertFalse(Files.readString(root.resolve("views/duckdb.sql")).contains("_search"));
  }

  @Test
  void whatAFailedTaskLeftIsNotPublished() throws IOException {
    Commit commit = publish();
    Path index = IndexFolder.of(Warehouse.open(root).snapshot(commit));
    assertEquals(1, FileTree.children(index).size());
  }

  @Test
  void aSnapshotPublishedAgainHasTheSameFiles() throws IOException {
    Warehouse warehouse = Warehouse.open(root);
    Commit first = publish();
    Commit again = warehouse.rollBackTo(1, "again");
    Path file = IndexFolder.of(warehouse.snapshot(again)).resolve(DAY).resolve("_0.cfs");
    assertTrue(
        Files.isSameFile(
            file, IndexFolder.of(warehouse.snapshot(first)).resolve(DAY).resolve("_0.cfs")));
  }

  private Commit publish() throws IOException {
    Warehouse warehouse = Warehouse.open(root);
    StagedSnapshot staged = TestWarehouse.stageNight(warehouse, 0);
    Path index = IndexFolder.of(staged.folder());
    write(index.resolve(DAY).resolve("_0.cfs"));
    write(index.resolve(DAY).resolve("segments_1"));
    write(index.resolve(".2026-04-01.draft").resolve("_0.cfs"));
    return staged.publish(TestWarehouse.publication(warehouse, 0));
  }

  private static void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "lucene");
  }
}
