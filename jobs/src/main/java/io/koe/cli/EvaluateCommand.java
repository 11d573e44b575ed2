package io.koe.cli;

import io.koe.topics.EvaluationTable;
import io.koe.topics.LabelledFile;
import io.koe.topics.LabelledText;
import io.koe.topics.OnnxEmbeddings;
import io.koe.topics.SentenceEmbeddings;
import io.koe.topics.TopicCountScore;
import io.koe.topics.TopicEvaluation;
import io.koe.topics.TopicFit;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code koe topics evaluate}: topics fitted to labelled texts, held against the labels. */
@Command(
    name = "evaluate",
    description = {
      "Fit topics to labelled texts, once per seed, and hold them against the labels.",
      "Scores count every text; one that Koe would leave unassigned counts for its likeliest topic."
    },
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
  private static final String AUTO = "auto";

  /** How the scores are printed. */
  enum Format {
    table,
    json
  }

  @Option(
      names = "--labelled",
      required = true,
      paramLabel = "FILE",
      description = "JSON lines, plain or gzip (.gz): one object with a text and its label a line.")
  private Path file;

  @Option(
      names = "--text-field",
      defaultValue = "text",
      paramLabel = "NAME",
      description = "Field of the text (default: ${DEFAULT-VALUE}).")
  private String textField;

  @Option(
      names = "--label-field",
      defaultValue = "label",
      paramLabel = "NAME",
      description = "Field of the label (default: ${DEFAULT-VALUE}).")
  private String labelField;

  @Option(
      names = "--characters",
      defaultValue = "0",
      paramLabel = "N",
      description =
          "Only the first N characters of each text; 0 = all (default: ${DEFAULT-VALUE}).")
  private int characters;

  @Option(
      names = "--topics",
      paramLabel = "K",
      description = {
        "Number of topics, or auto: chosen from the texts, with the curve it was chosen by",
        "(default: the number of labels)."
      })
  private String topics;

  @Option(
      names = "--seeds",
      defaultValue = "5",
      paramLabel = "N",
      description = "Number of fits, with seeds 1 to N (default: ${DEFAULT-VALUE}).")
  private int seeds;

  @Option(
      names = "--embedding-model",
      paramLabel = "FOLDER",
      description = "Sentence embeddings to join, as for koe run.")
  private Path embeddingModel;

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Checks.atLeast(spec, "--seeds", seeds, 1);
    Checks.atLeast(spec, "--characters", characters, 0);
    boolean isAuto = AUTO.equals(topics);
    int given = topics == null || isAuto ? 0 : number();
    List<LabelledText> texts = read();
    int wanted = topics == null ? labels(texts) : given;
    TopicEvaluation evaluation =
        TopicEvaluation.of(texts, wanted, LongStream.rangeClosed(1, seeds).boxed().toList());
    EvaluationTable table = new EvaluationTable(evaluation, isAuto ? curve(texts) : List.of());
    PrintWriter out = spec.commandLine().getOut();
    out.print(format == Format.json ? table.json() : table.text());
    out.flush();
    return 0;
  }

  private List<LabelledText> read() {
    if (embeddingModel == null) {
      return new LabelledFile(textField, labelField, characters, Optional.empty()).read(file);
    }
    try (SentenceEmbeddings model = OnnxEmbeddings.open(embeddingModel)) {
      return new LabelledFile(textField, labelField, characters, Optional.of(model)).read(file);
    }
  }

  private static List<TopicCountScore> curve(List<LabelledText> texts) {
    return new TopicFit(0, 1).curve(texts.stream().map(LabelledText::document).toList());
  }

  private static int labels(List<LabelledText> texts) {
    return (int) texts.stream().map(LabelledText::label).distinct().count();
  }

  private int number() {
    try {
      int number = Integer.parseInt(topics);
      Checks.atLeast(spec, "--topics", number, 1);
      return number;
    } catch (NumberFormatException e) {
      throw new ParameterException(
          spec.commandLine(), "--topics must be a number or auto, not " + topics, e);
    }
  }
}
