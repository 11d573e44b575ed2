package io.koe.store;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;

/**
 * Libraries of machine code, DuckDB's and that of Spark's compression: each is put into the folder
 * for temporary files when it is first needed, and loaded from there.
 */
public final class NativeLibraries {
  private NativeLibraries() {}

  /** What to say of a library that could not be put there or loaded. */
  public static KoeException refused(Throwable cause) {
    return new KoeException(
        ExitCode.DISK,
        "the disk refused to hold a library, or to let it be loaded",
        System.getProperty("java.io.tmpdir"),
        "Free 100 MB there, or name another folder in KOE_JAVA_OPTIONS, one that is not mounted"
            + " noexec: -Djava.io.tmpdir=FOLDER",
        cause);
  }
}
