package io.koe.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts a warehouse in order after a run that died; to be run under the lock.
 *
 * <ol>
 *   <li>Point everything to the newest commit.
 *   <li>Delete what was staged.
 *   <li>Delete snapshots no commit names.
 *   <li>Delete files that were being written.
 * </ol>
 */
final class Recovery {
  private Recovery() {}

  static void run(Warehouse warehouse) throws IOException {
    new Pointers(warehouse.root()).moveToNewest(warehouse.log());
    for (Path staged : FileTree.children(warehouse.staging())) {
      FileTree.delete(staged);
    }
    Set<String> named =
        warehouse.log().withSnapshots(warehouse.snapshots()).stream()
            .map(Commit::snapshot)
            .collect(Collectors.toSet());
    for (Path snapshot : FileTree.children(warehouse.snapshots())) {
      if (!named.contains(snapshot.getFileName().toString())) {
        Vacuum.drop(warehouse, snapshot);
      }
    }
    for (Path folder :
        List.of(warehouse.root(), warehouse.root().resolve("views"), warehouse.log().folder())) {
      for (Path file : FileTree.children(folder)) {
        if (Disk.isTemporary(file)) {
          FileTree.delete(file);
        }
      }
    }
  }
}
