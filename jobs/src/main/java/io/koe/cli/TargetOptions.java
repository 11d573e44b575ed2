package io.koe.cli;

import io.koe.report.sections.Targets;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the weekly report measures rates against. */
final class TargetOptions {
  @Option(
      names = "--target",
      paramLabel = "METRIC=SHARE",
      description =
          "What a rate is meant to reach, as the weekly report shows it, such as"
              + " durable_resolution_rate=0.8; may be given for several.")
  private Map<String, Double> targets = new TreeMap<>();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  Targets targets() {
    targets.forEach(
        (metric, share) ->
            Checks.share(spec, "--target %s=%s".formatted(metric, share), share, "0.8"));
    return new Targets(targets);
  }
}
