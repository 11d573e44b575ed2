package io.koe.ingest;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of a file one task parses. Every slice of a file reads all of it, and parses and masks
 * every {@code slices}-th stretch of records: reading is cheap, masking is not, and no raw row
 * travels between tasks.
 *
 * @param slice from 0
 */
record FileSlice(InputFile file, int slice, int slices) implements Serializable {
  private static final long SMALLEST_SLICE = 4 << 20;
  private static final long COST_OF_A_FILE = 20_000;
  private static final int STRETCH = 256;

  /** Whether this slice parses the file's n-th record, from 0. */
  boolean has(long ordinal) {
    return ordinal / STRETCH % slices == slice;
  }

  private long cost() {
    return COST_OF_A_FILE + file.bytes() / slices;
  }

  /**
   * Tasks of about equal size, at most {@code tasks}, each with about the same share of every large
   * table: what a task lands of a table is one file, which one task of the next stage reads. Within
   * a table files stay in order; a small table stays in one task.
   */
  static List<List<FileSlice>> tasks(List<InputFile> files, int tasks) {
    Map<String, List<InputFile>> byTable =
        files.stream().collect(groupingBy(InputFile::table, LinkedHashMap::new, toList()));
    return grouped(
        byTable.values().stream()
            .flatMap(ofTable -> placed(ofTable, tasks).stream())
            .sorted(Comparator.comparingDouble(Placed::place))
            .map(Placed::slice)
            .toList(),
        tasks);
  }

  /**
   * A slice among those of its table.
   *
   * @param place how much of the table comes before, in steps of a part; from 0 to under 1
   */
  private record Placed(FileSlice slice, double place) {}

  /** The slices of one table's files, in as many parts as there are tasks, but none too small. */
  private static List<Placed> placed(List<InputFile> files, int tasks) {
    long total = files.stream().mapToLong(InputFile::bytes).sum();
    long parts = Math.max(1, Math.min(tasks, total / SMALLEST_SLICE));
    long part = Math.max(1, (total + parts - 1) / parts);
    List<Placed> placed = new ArrayList<>();
    long before = 0;
    for (InputFile file : files) {
      int count = (int) Math.max(1, (file.bytes() + part - 1) / part);
      for (int slice = 0; slice < count; slice++) {
        long whole = before / part;
        placed.add(new Placed(new FileSlice(file, slice, count), (double) whole / parts));
        before += file.bytes() / count;
      }
    }
    return placed;
  }

  private static List<List<FileSlice>> grouped(List<FileSlice> slices, int tasks) {
    long total = slices.stream().mapToLong(FileSlice::cost).sum();
    List<List<FileSlice>> groups = new ArrayList<>();
    long before = 0;
    for (FileSlice slice : slices) {
      if (before * tasks >= groups.size() * total) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(slice);
      before += slice.cost();
    }
    return groups;
  }
}
