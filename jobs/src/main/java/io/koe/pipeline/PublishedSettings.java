package io.koe.pipeline;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.koe.night.Settings;
import io.koe.store.Commit;
import io.koe.store.Warehouse;
import java.util.Map;

/** The settings a published snapshot was made with, as its run's manifest says. */
final class PublishedSettings {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private PublishedSettings() {}

  /** What the manifest does not say, since it is older or gone, is the default. */
  static Settings of(Warehouse warehouse, Commit commit) {
    Map<String, Object> manifest = warehouse.run(commit.runId()).read().orElse(Map.of());
    Map<String, Object> values = RunManifest.settings(Settings.defaults());
    if (manifest.get("settings") instanceof Map<?, ?> stated) {
      stated.forEach((name, value) -> values.put(String.valueOf(name), value));
    }
    return MAPPER.convertValue(values, Settings.class);
  }
}
