package io.koe.text;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret behind the pseudonyms: the bytes of a file that only its owner can read. Never part of
 * a task, a setting or a log; each process loads it from its path.
 */
public final class PseudonymKey {
  private static final int FEWEST_BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";
  private static final ConcurrentMap<Path, PseudonymKey> LOADED = new ConcurrentHashMap<>();
  private static final Set<PosixFilePermission> TOO_OPEN =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final SecretKeySpec secret;

  private PseudonymKey(byte[] bytes) {
    secret = new SecretKeySpec(bytes, ALGORITHM);
  }

  /**
   * Reads and checks a key file.
   *
   * @throws KoeException (configuration) when it is missing, shorter than 32 bytes, the same byte
   *     throughout, or open to others than its owner
   */
  public static PseudonymKey load(Path path) {
    byte[] bytes = read(path);
    if (bytes.length < FEWEST_BYTES) {
      throw unusable("the pseudonym key is shorter than 32 bytes", path, make(path));
    }
    boolean same = true;
    for (byte b : bytes) {
      same &= b == bytes[0];
    }
    if (same) {
      throw unusable("the pseudonym key is one byte repeated, not random", path, make(path));
    }
    return new PseudonymKey(bytes);
  }

  /** The key of a path, read once in this process. */
  public static PseudonymKey cached(Path path) {
    return LOADED.computeIfAbsent(path.toAbsolutePath().normalize(), PseudonymKey::load);
  }

  /** Eight characters that tell keys apart without giving them away. */
  public String keyId() {
    return Pseudonymizer.base32(mac().doFinal("koe/key-id/v1\0".getBytes(StandardCharsets.UTF_8)))
        .substring(0, 8);
  }

  /** A new pseudonymizer for one thread. */
  public Pseudonymizer pseudonymizer() {
    return new Pseudonymizer(mac());
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  private static byte[] read(Path path) {
    try {
      if (Files.getFileStore(path).supportsFileAttributeView("posix")
          && Files.getPosixFilePermissions(path).stream().anyMatch(TOO_OPEN::contains)) {
        throw unusable(
            "the pseudonym key is open to others than its owner", path, "chmod 400 " + path);
      }
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw unusable("the pseudonym key can't be read", path, make(path));
    }
  }

  private static String make(Path path) {
    return "if there is no key yet: (umask 377; head -c 32 /dev/urandom > " + path + ")";
  }

  private static KoeException unusable(String what, Path path, String fix) {
    return new KoeException(ExitCode.CONFIGURATION, what, path.toString(), fix);
  }
}
