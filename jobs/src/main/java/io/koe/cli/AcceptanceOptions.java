package io.koe.cli;

import io.koe.pipeline.Acceptance;
import java.util.LinkedHashSet;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Quality gates to override. */
final class AcceptanceOptions {
  @Option(
      names = "--accept",
      paramLabel = "GATE",
      split = ",",
      description =
          "Publish although this quality gate fails, such as G13; the commit keeps it. G1, G2, G3,"
              + " G7, G11 and G12 can't be overridden.")
  private Set<String> gates = new LinkedHashSet<>();

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why; needed with --accept, and kept in the commit. No customer's words.")
  private String reason;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  Acceptance acceptance() {
    boolean isGiven = reason != null && !reason.isBlank();
    if (gates.isEmpty() == isGiven) {
      throw new ParameterException(
          spec.commandLine(), "--accept GATE and --reason TEXT go together: the commit keeps both");
    }
    return gates.isEmpty() ? Acceptance.NONE : new Acceptance(gates, reason.strip());
  }
}
