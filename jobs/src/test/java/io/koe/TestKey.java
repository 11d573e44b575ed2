package io.koe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;

/** A pseudonym key only its owner can read. */
public final class TestKey {
  private TestKey() {}

  /** Writes it into a folder where it is not there yet; always the same. */
  public static Path in(Path folder) throws IOException {
    Path key = folder.resolve("koe.key");
    if (Files.exists(key)) {
      return key;
    }
    Files.write(key, HexFormat.of().parseHex("0123456789abcdef".repeat(4)));
    return Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("r--------"));
  }
}
