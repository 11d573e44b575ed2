package io.koe.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.koe.TestSpark;
import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who can listen to Spark. */
class SparkSessionsTest {
  private static final Path SOCKETS = Path.of("/proc/self/net");
  private static final String LISTENS = "0A";

  @ParameterizedTest
  @ValueSource(strings = {"spark://host:7077", "yarn", "k8s://https://host"})
  void aClusterWithoutAuthenticationAndEncryptionIsRefused(String master) {
    SparkConf open = new SparkConf(false).set("spark.authenticate", "true");
    KoeException refused =
        assertThrows(KoeException.class, () -> SparkSessions.requirePrivacy(master, open));
    assertEquals(ExitCode.CONFIGURATION, refused.exitCode());
    SparkSessions.requirePrivacy(master, open.clone().set("spark.network.crypto.enabled", "true"));
    SparkSessions.requirePrivacy("local[*]", open);
  }

  @Test
  void aLocalSessionListensOnTheLoopbackInterfaceAlone() throws IOException {
    assumeTrue(Files.isDirectory(SOCKETS), "only Linux tells a process its sockets");
    assertEquals(0, TestSpark.session().range(0).count());
    Set<String> own = ownSockets();
    List<String> listening = new ArrayList<>();
    for (String table : List.of("tcp", "tcp6")) {
      for (String line : Files.readAllLines(SOCKETS.resolve(table))) {
        String[] fields = line.strip().split("\\s+", -1);
        if (fields.length > 9 && fields[3].equals(LISTENS) && own.contains(fields[9])) {
          listening.add(fields[1]);
        }
      }
    }
    assertTrue(!listening.isEmpty(), "Spark's block manager listens");
    assertEquals(List.of(), listening.stream().filter(a -> !isLoopback(a)).toList());
  }

  /** 127.0.0.1, plainly or as an address of IPv6, in the kernel's order of bytes; or ::1. */
  private static boolean isLoopback(String address) {
    return address.startsWith("0100007F:")
        || address.startsWith("0000000000000000FFFF00000100007F:")
        || address.startsWith("00000000000000000000000001000000:");
  }

  private static Set<String> ownSockets() throws IOException {
    Set<String> own = new HashSet<>();
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      for (Path file : files.toList()) {
        String target = Files.isSymbolicLink(file) ? Files.readSymbolicLink(file).toString() : "";
        if (target.startsWith("socket:[")) {
          own.add(target.substring(8, target.length() - 1));
        }
      }
    }
    return own;
  }
}
