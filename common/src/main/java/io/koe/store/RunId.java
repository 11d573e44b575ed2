package io.koe.store;

import java.util.regex.Pattern;

/** Run ids name folders, so they are checked; a short hash of them names files. */
final class RunId {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private RunId() {}

  static String check(String runId) {
    if (!FORM.matcher(runId).matches()) {
      throw new IllegalArgumentException("a run id holds letters, digits, dots and dashes");
    }
    return runId;
  }

  /** Eight hex digits of the run id's SHA-256. */
  static String shortHash(String runId) {
    return Sha256.hex(runId).substring(0, 8);
  }
}
