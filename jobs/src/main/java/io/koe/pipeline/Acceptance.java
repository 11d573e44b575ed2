package io.koe.pipeline;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.sql.TableCheck;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Quality gates a night may fail and be published all the same; what was overridden stands in the
 * commit.
 *
 * @param gates such as G13
 * @param reason why, for those who read the commit
 */
public record Acceptance(Set<String> gates, String reason) {
  /** No gate may fail. */
  public static final Acceptance NONE = new Acceptance(Set.of(), "");

  /** Without these nothing published can be trusted, or somebody's privacy is at stake. */
  private static final Set<String> NEVER = Set.of("G1", "G2", "G3", "G7", "G11", "G12");

  private static final String GATE = "G([1-9]|1[0-8])";

  /** Fails with {@code USAGE} on what is no gate, or one that can't be overridden. */
  public Acceptance {
    gates = Set.copyOf(gates);
    for (String gate : new TreeSet<>(gates)) {
      if (!gate.matches(GATE) || NEVER.contains(gate)) {
        throw new KoeException(
            ExitCode.USAGE,
            gate.matches(GATE) ? "gate " + gate + " can't be overridden" : "there is no such gate",
            "--accept",
            "see the gates in jobs/docs/RUNBOOK.md; mend the input where " + NEVER + " fail");
      }
    }
  }

  /** Whether a check may fail: it is part of gates, and all of them are accepted. */
  boolean covers(TableCheck check) {
    return !check.gates().isEmpty() && gates.containsAll(check.gates());
  }

  /** Which of the checks that failed were overridden: their gates, each with the reason. */
  Map<String, String> used(List<DataChecks.Result> results) {
    Map<String, String> used = new TreeMap<>();
    results.stream()
        .filter(result -> result.isFailure() && covers(result.check()))
        .flatMap(result -> result.check().gates().stream())
        .forEach(gate -> used.put(gate, reason));
    return used;
  }
}
