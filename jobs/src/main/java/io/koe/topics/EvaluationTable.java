package io.koe.topics;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** An evaluation for people and for programs: mean and sample standard deviation over its seeds. */
public final class EvaluationTable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, ToDoubleFunction<TopicEvaluation.Score>> SCORES = scores();

  private final TopicEvaluation evaluation;
  private final List<TopicCountScore> curve;

  /**
   * A table.
   *
   * @param curve what the number of topics was chosen by; empty when it was given
   */
  public EvaluationTable(TopicEvaluation evaluation, List<TopicCountScore> curve) {
    this.evaluation = evaluation;
    this.curve = List.copyOf(curve);
  }

  private static Map<String, ToDoubleFunction<TopicEvaluation.Score>> scores() {
    Map<String, ToDoubleFunction<TopicEvaluation.Score>> scores = new LinkedHashMap<>();
    scores.put("topics", score -> score.topics());
    scores.put("v_measure", score -> score.labels().vMeasure());
    scores.put("ami", score -> score.labels().adjustedMutualInformation());
    scores.put("ari", score -> score.labels().adjustedRand());
    scores.put("npmi", score -> score.terms().coherence());
    scores.put("diversity", score -> score.terms().diversity());
    scores.put("unassigned", score -> score.unassigned());
    scores.put("joined_precision", score -> score.joined().precision());
    scores.put("joined_recall", score -> score.joined().recall());
    return scores;
  }

  /** Lines of aligned columns. */
  public String text() {
    StringBuilder text = new StringBuilder();
    add(text, "%d texts, %d labels, %d seeds%n", texts(), labels(), seeds());
    add(text, "%-18s %8s %8s%n", "score", "mean", "sd");
    SCORES.forEach((name, of) -> add(text, "%-18s %8.4f %8.4f%n", name, mean(of), deviation(of)));
    add(text, "%-18s %8.4f%n", "seeds_ari", evaluation.agreement());
    add(text, "%-18s %8.4f%n", "seeds_ari_assigned", evaluation.agreementAssigned());
    if (!curve.isEmpty()) {
      add(text, "%nnumber of topics: log likelihood of held-out terms%n");
    }
    for (TopicCountScore score : curve) {
      String mark = score.topics() == TopicCount.best(curve) ? " <- chosen" : "";
      add(text, "%6d %9.4f%s%n", score.topics(), score.logLikelihood(), mark);
    }
    return text.toString();
  }

  private static void add(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values));
  }

  /** One object on one line; what is not a number is null. */
  public String json() {
    ObjectNode object = JSON.createObjectNode();
    object.put("texts", texts()).put("labels", labels()).put("seeds", seeds());
    SCORES.forEach(
        (name, of) ->
            object.putObject(name).put("mean", finite(mean(of))).put("sd", finite(deviation(of))));
    object.put("seeds_ari", finite(evaluation.agreement()));
    object.put("seeds_ari_assigned", finite(evaluation.agreementAssigned()));
    ArrayNode points = object.putArray("curve");
    curve.forEach(
        score ->
            points
                .addObject()
                .put("topics", score.topics())
                .put("log_likelihood", score.logLikelihood()));
    return object + System.lineSeparator();
  }

  private int texts() {
    return evaluation.texts();
  }

  private int labels() {
    return evaluation.labels();
  }

  private int seeds() {
    return evaluation.scores().size();
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private double mean(ToDoubleFunction<TopicEvaluation.Score> of) {
    return evaluation.scores().stream().mapToDouble(of).average().orElseThrow();
  }

  private double deviation(ToDoubleFunction<TopicEvaluation.Score> of) {
    double mean = mean(of);
    double squares =
        evaluation.scores().stream()
            .mapToDouble(score -> Math.pow(of.applyAsDouble(score) - mean, 2))
            .sum();
    return seeds() == 1 ? Double.NaN : Math.sqrt(squares / (seeds() - 1));
  }
}
