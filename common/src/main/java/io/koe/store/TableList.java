package io.koe.store;

import io.koe.store.Commit.CommittedFile;
import io.koe.store.Commit.CommittedTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a commit says about its tables, from the list of its files. */
final class TableList {
  private final Publication publication;
  private final List<CommittedFile> parentFiles;

  /**
   * @param parentFiles the files of the snapshot the run was built from
   */
  TableList(Publication publication, List<CommittedFile> parentFiles) {
    this.publication = publication;
    this.parentFiles = parentFiles;
  }

  List<CommittedTable> of(List<CommittedFile> files) {
    Map<Path, List<CommittedFile>> before = byTable(parentFiles);
    List<CommittedTable> tables = new ArrayList<>();
    byTable(files)
        .forEach((path, its) -> tables.add(table(path, its, its.equals(before.get(path)))));
    return tables;
  }

  private static Map<Path, List<CommittedFile>> byTable(List<CommittedFile> files) {
    Map<Path, List<CommittedFile>> tables = new TreeMap<>();
    for (CommittedFile file : files) {
      if (IndexFolder.holds(Path.of(file.path()))) {
        continue;
      }
      tables
          .computeIfAbsent(Path.of(file.path()).subpath(0, 2), table -> new ArrayList<>())
          .add(file);
    }
    return tables;
  }

  private CommittedTable table(Path path, List<CommittedFile> files, boolean isParents) {
    String name = path.getFileName().toString();
    Long rows = publication.rows().get(name);
    return new CommittedTable(
        path.getParent().toString(),
        name,
        publication.comments().getOrDefault(name, "").replaceAll("\\s+", " "),
        rows == null && isParents ? parentRows(name).orElse(null) : rows,
        files.size(),
        files.stream().mapToLong(CommittedFile::bytes).sum(),
        publication.columns().getOrDefault(name, List.of()));
  }

  /** The parent's count holds for a table that is just the parent's files. */
  private Optional<Long> parentRows(String name) {
    return publication.builtFrom().stream()
        .flatMap(c -> c.tables().stream())
        .filter(t -> t.name().equals(name) && t.rows() != null)
        .map(CommittedTable::rows)
        .findFirst();
  }
}
