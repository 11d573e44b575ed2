package io.koe.ingest;

/** Why one row is rejected. Carries a reason and a column, never a value. */
final class RowFault extends Exception {
  private final Reason reason;
  private final String column;

  RowFault(Reason reason) {
    this(reason, null);
  }

  RowFault(Reason reason, String column) {
    super(reason.code(), null, false, false);
    this.reason = reason;
    this.column = column;
  }

  Reason reason() {
    return reason;
  }

  /** The column at fault; null when it is the record as a whole. */
  String column() {
    return column;
  }
}
