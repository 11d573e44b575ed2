package io.koe.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

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

  /** Tasks of about equal size, at most {@code tasks}, in the order of the files. */
  static List<List<FileSlice>> tasks(List<InputFile> files, int tasks) {
    long total = files.stream().mapToLong(InputFile::bytes).sum();
    long share = Math.max(SMALLEST_SLICE, total / tasks);
    List<FileSlice> slices = new ArrayList<>();
    for (InputFile file : files) {
      int count = (int) Math.max(1, Math.min(tasks, (file.bytes() + share - 1) / share));
      for (int slice = 0; slice < count; slice++) {
        slices.add(new FileSlice(file, slice, count));
      }
    }
    return grouped(slices, tasks);
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
