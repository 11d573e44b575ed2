package io.koe.ingest;

import java.util.Set;
import java.util.TreeSet;

/** What a slice counts of its file while it reads, independently of the rows it gives. */
final class SliceSummary {
  private final Set<Integer> unknownColumns = new TreeSet<>();
  private long read;
  private long blank;
  private long notUtf8;
  private Reason fault;

  void countRead() {
    read++;
  }

  void countBlank() {
    blank++;
  }

  void countNotUtf8() {
    notUtf8++;
  }

  /** Kept as hashes: a column's name may be somebody's words. */
  void addUnknownColumn(String name) {
    unknownColumns.add(name.hashCode());
  }

  void setFault(Reason reason) {
    fault = reason;
  }

  long read() {
    return read;
  }

  long blank() {
    return blank;
  }

  long notUtf8() {
    return notUtf8;
  }

  Integer[] unknownColumns() {
    return unknownColumns.toArray(Integer[]::new);
  }

  /** Its code; null when the file was read to its end. */
  String fault() {
    return fault == null ? null : fault.code();
  }
}
