package io.koe.ingest;

import java.util.HashSet;
import java.util.Set;

/** What the slices of one file counted while they read it. */
final class FileSummary {
  private final Set<Integer> unknownColumns = new HashSet<>();
  private final Set<String> erasedInquiries = new HashSet<>();
  private long read;
  private long blank;
  private long notUtf8;
  private long erased;
  private String fault;
  private String sha256;

  void add(SliceSummary slice) {
    read += slice.read();
    blank += slice.blank();
    notUtf8 += slice.notUtf8();
    erased += slice.erased();
    erasedInquiries.addAll(slice.erasedInquiries());
    unknownColumns.addAll(slice.unknownColumns());
    fault = slice.fault() == null ? fault : slice.fault().code();
    sha256 = slice.sha256() == null ? sha256 : slice.sha256();
  }

  /** Records read, whatever became of them. */
  long read() {
    return read;
  }

  long blank() {
    return blank;
  }

  /** Rows of erased people, among those read. */
  long erased() {
    return erased;
  }

  /** The ledger's hashes of the inquiries such rows belong to. */
  Set<String> erasedInquiries() {
    return erasedInquiries;
  }

  int unknownColumns() {
    return unknownColumns.size();
  }

  String sha256() {
    return sha256;
  }

  /**
   * Why the file is set aside; null when it isn't. A file of which most rows, and more than one,
   * are not UTF-8 is in another encoding.
   */
  String fault() {
    boolean isOtherEncoding = notUtf8 > 1 && notUtf8 * 2 > read;
    return fault == null && isOtherEncoding ? Reason.WRONG_ENCODING.code() : fault;
  }
}
