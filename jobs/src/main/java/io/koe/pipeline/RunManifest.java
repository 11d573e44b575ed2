package io.koe.pipeline;

import io.koe.night.Settings;
import io.koe.store.Commit;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** What a run leaves about itself in {@code run.json}: no secrets, no customer's words. */
final class RunManifest {
  private RunManifest() {}

  /** What is known before the first stage. */
  static Map<String, Object> start(
      RunRequest request, String runId, LocalDate first, LocalDate last, String keyId) {
    Map<String, Object> manifest = new TreeMap<>();
    manifest.put("run_id", runId);
    manifest.put("first_date", first.toString());
    manifest.put("run_date", last.toString());
    manifest.put("version", request.version());
    manifest.put("drop", request.drop().toAbsolutePath().normalize().toString());
    manifest.put("settings", settings(request.settings()));
    manifest.put("pseudonym_key_id", keyId);
    manifest.put("java", Runtime.version().toString());
    manifest.put("spark", org.apache.spark.package$.MODULE$.SPARK_VERSION());
    return manifest;
  }

  /** Says what goes into a run: the same key, the same outcome. */
  static String key(Map<String, Object> manifest) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part :
          new String[] {"first_date", "run_date", "version", "settings", "pseudonym_key_id"}) {
        digest.update((part + "=" + manifest.get(part) + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a run and a published one differ in nothing but their nights. */
  static boolean isSameMaking(Map<String, Object> manifest, Commit published) {
    Map<String, Object> other = new TreeMap<>(manifest);
    other.put("first_date", published.firstDate().toString());
    other.put("run_date", published.runDate().toString());
    return key(other).equals(published.runKey());
  }

  private static Map<String, Object> settings(Settings settings) {
    Map<String, Object> values = new TreeMap<>();
    for (RecordComponent component : Settings.class.getRecordComponents()) {
      try {
        values.put(component.getName(), component.getAccessor().invoke(settings));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return values;
  }
}
