package io.koe.ingest;

import java.io.IOException;

/** A file that can't be read to its end and is set aside whole. */
final class UnreadableFileException extends IOException {
  private final Reason reason;

  UnreadableFileException(Reason reason) {
    super(reason.code());
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
