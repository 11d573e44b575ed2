package io.koe.cli;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.store.Storage;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the pseudonym key is. */
final class KeyOption {
  static final String VARIABLE = "KOE_PSEUDONYM_KEY_FILE";

  @Option(
      names = "--pseudonym-key-file",
      paramLabel = "FILE",
      description =
          "File with the key of all pseudonyms: 32 random bytes or more, readable by you alone"
              + " (default: $"
              + VARIABLE
              + ").")
  private Path file;

  Path file() {
    if (file != null) {
      return file;
    }
    String fromEnvironment = System.getenv(VARIABLE);
    if (fromEnvironment == null || fromEnvironment.isBlank()) {
      throw new KoeException(
          ExitCode.CONFIGURATION,
          "no pseudonym key is given",
          "--pseudonym-key-file, " + VARIABLE,
          "make one: (umask 077; head -c 32 /dev/urandom > koe.key), and keep it: other keys give"
              + " other pseudonyms");
    }
    return Storage.path(fromEnvironment);
  }
}
