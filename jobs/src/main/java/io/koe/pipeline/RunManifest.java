package io.koe.pipeline;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.night.Settings;
import io.koe.store.Commit;
import io.koe.store.Sha256;
import io.koe.store.Warehouse;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    request
        .mended()
        .ifPresent(
            folder -> manifest.put("mended", folder.toAbsolutePath().normalize().toString()));
    manifest.put("settings", settings(request.settings()));
    manifest.put("taxonomy", request.topics().taxonomy().hash());
    manifest.put("pseudonym_key_id", keyId);
    manifest.put("java", Runtime.version().toString());
    manifest.put("spark", org.apache.spark.package$.MODULE$.SPARK_VERSION());
    return manifest;
  }

  /**
   * The start of a run that publishes what another has made, or makes it again the same way: what
   * the other's manifest says, under the new name.
   */
  static Map<String, Object> again(Warehouse warehouse, Commit other, String runId) {
    Map<String, Object> manifest =
        new TreeMap<>(warehouse.run(other.runId()).read().orElse(Map.of()));
    manifest.put("run_id", runId);
    return manifest;
  }

  /** Says what goes into a run: the same key, the same outcome. */
  static String key(Map<String, Object> manifest) {
    return Sha256.hex(
        Stream.of("first_date", "run_date", "version", "settings", "taxonomy", "pseudonym_key_id")
            .map(part -> part + "=" + manifest.get(part) + "\n")
            .collect(Collectors.joining()));
  }

  /** Whether a run and a published one differ in nothing but their nights. */
  static boolean isSameMaking(Map<String, Object> manifest, Commit published) {
    Map<String, Object> other = new TreeMap<>(manifest);
    other.put("first_date", published.firstDate().toString());
    other.put("run_date", published.runDate().toString());
    return key(other).equals(published.runKey());
  }

  /** What is known when a run has published its nights. */
  static void publish(
      Map<String, Object> manifest, Commit commit, ExitCode exit, Map<String, Double> seconds) {
    manifest.put("commit", commit.number());
    end(manifest, exit, seconds);
  }

  /** What is known when a run ends with nothing published. */
  static void fail(Map<String, Object> manifest, Exception failure, Map<String, Double> seconds) {
    manifest.put("failure", failure.getClass().getSimpleName());
    end(
        manifest,
        failure instanceof KoeException known ? known.exitCode() : ExitCode.DEFECT,
        seconds);
  }

  private static void end(
      Map<String, Object> manifest, ExitCode exit, Map<String, Double> seconds) {
    manifest.put("exit", exit.code());
    manifest.put("stage_seconds", seconds);
  }

  /** By the names of the record. */
  static Map<String, Object> settings(Settings settings) {
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
