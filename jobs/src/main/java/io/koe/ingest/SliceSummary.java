package io.koe.ingest;

import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a slice counts of its file while it reads, independently of the rows it gives. */
final class SliceSummary implements Serializable {
  private final Set<Integer> unknownColumns = new TreeSet<>();
  private final Set<String> erasedInquiries = new TreeSet<>();
  private long read;
  private long blank;
  private long notUtf8;
  private long erased;
  private Reason fault;
  private String sha256;

  void countRead() {
    read++;
  }

  void countBlank() {
    blank++;
  }

  void countNotUtf8() {
    notUtf8++;
  }

  /** A row of an erased person, and the ledger's hash of the inquiry it belongs to, if to any. */
  void countErased(Optional<String> inquiry) {
    erased++;
    inquiry.ifPresent(erasedInquiries::add);
  }

  /** Kept as hashes: a column's name may be somebody's words. */
  void addUnknownColumn(String name) {
    unknownColumns.add(name.hashCode());
  }

  void setFault(Reason reason) {
    fault = reason;
  }

  void setSha256(String hash) {
    sha256 = hash;
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

  /** Rows of erased people, among those read. */
  long erased() {
    return erased;
  }

  /** The ledger's hashes of the inquiries such rows belong to. */
  Set<String> erasedInquiries() {
    return erasedInquiries;
  }

  Set<Integer> unknownColumns() {
    return unknownColumns;
  }

  /** Null when the file was read to its end. */
  Reason fault() {
    return fault;
  }

  /** Of the whole file, from its first slice alone; else null. */
  String sha256() {
    return sha256;
  }
}
