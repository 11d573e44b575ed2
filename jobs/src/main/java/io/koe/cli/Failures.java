package io.koe.cli;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.night.TableFailure;
import io.koe.store.NativeLibraries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;

/** Turns any failure into what, where and how to fix; a message from elsewhere is never shown. */
final class Failures {
  /** A task of Spark's does not say which disk it was. */
  private static final String DISKS =
      "the warehouse, or the temporary files: " + System.getProperty("java.io.tmpdir");

  /** What Java takes the names of files to be. */
  private static final String NAMES = System.getProperty("sun.jnu.encoding");

  private Failures() {}

  /** The known failure in the chain of causes, or what can be said of an unknown one. */
  static KoeException explain(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      if (cause instanceof KoeException known) {
        return known;
      }
      if (isDisk(cause)) {
        return new KoeException(
            ExitCode.DISK,
            "the disk refused to read or write",
            cause instanceof FileSystemException e ? String.valueOf(e.getFile()) : DISKS,
            "free space or permissions, then run again: what was published is whole",
            failure);
      }
      if (cause instanceof UnsatisfiedLinkError) {
        return NativeLibraries.refused(failure);
      }
      if (cause instanceof InvalidPathException) {
        return new KoeException(
            ExitCode.CONFIGURATION,
            "a file's name cannot be read in the encoding of this locale: " + NAMES,
            origin(failure),
            "set LC_ALL=C.UTF-8 (for executors: spark.executorEnv.LC_ALL), then run again;"
                + " nothing was published",
            failure);
      }
      if (cause instanceof OutOfMemoryError) {
        return new KoeException(
            ExitCode.CONFIGURATION,
            "there is too little memory",
            origin(failure),
            "give Java more (KOE_JAVA_OPTIONS=-Xmx6g), then run again; nothing was published",
            failure);
      }
    }
    return new KoeException(
        ExitCode.DEFECT,
        "a defect in Koe (" + innermost(failure).getClass().getSimpleName() + ")",
        origin(failure),
        "run again with --stacktrace and report it; nothing was published",
        failure);
  }

  private static boolean isDisk(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    return cause instanceof FileSystemException
        || cause instanceof UncheckedIOException
        || (cause instanceof IOException && message.contains("No space left"))
        || message.contains("No space left on device");
  }

  private static Throwable next(Throwable cause) {
    return cause.getCause() == cause ? null : cause.getCause();
  }

  private static Throwable innermost(Throwable failure) {
    Throwable inner = failure;
    while (next(inner) != null) {
      inner = next(inner);
    }
    return inner;
  }

  /** The table's file, or the first place of our own in the stack. */
  private static String origin(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      if (cause instanceof TableFailure table) {
        return table.file();
      }
      for (StackTraceElement element : cause.getStackTrace()) {
        if (element.getClassName().startsWith("io.koe.")
            && !element.getClassName().contains("cli")) {
          return element.getClassName() + " line " + element.getLineNumber();
        }
      }
    }
    return "unknown";
  }
}
