package io.koe.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapred.JobConf;

/**
 * Takes Hadoop's own defaults out of a configuration. Spark sends the configuration with every scan
 * of a table, each value compressed for itself, and copies it for every file; of its 1,100 values a
 * run on this machine's disk reads a handful, and asks for each of these with the default at hand.
 * That was a tenth of a small night.
 */
final class HadoopDefaults {
  private HadoopDefaults() {}

  /** Leaves what the user's files, Spark or Koe have set. */
  static void leaveOut(Configuration configuration) {
    // Loads the last of the default files: loaded later, they would all come back.
    new JobConf();
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, String> property : configuration) {
      names.add(property.getKey());
    }
    names.stream().filter(name -> isDefault(configuration, name)).forEach(configuration::unset);
  }

  private static boolean isDefault(Configuration configuration, String name) {
    String[] sources = configuration.getPropertySources(name);
    return sources != null
        && Arrays.stream(sources).allMatch(source -> source.endsWith("-default.xml"));
  }
}
