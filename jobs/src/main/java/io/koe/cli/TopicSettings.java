package io.koe.cli;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.topics.ChatLabeller;
import io.koe.topics.OnnxEmbeddings;
import io.koe.topics.TopicLabeller;
import io.koe.topics.TopicOptions;
import io.koe.topics.taxonomy.Taxonomy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What people add to the topics: a taxonomy, a labeller, a model for embeddings. */
final class TopicSettings {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  @Option(
      names = "--taxonomy",
      paramLabel = "FILE",
      description =
          "Text file that names, merges, splits, pins or hides topics and codes inquiries by rules."
              + " A change computes all figures anew.")
  private Path taxonomy;

  @Option(
      names = "--labeller-url",
      paramLabel = "URL",
      description =
          "An API of the OpenAI form, such as http://localhost:8080/v1, to suggest names for new"
              + " topics; their terms and masked quotes are sent to it. Off by default.")
  private URI labellerUrl;

  @Option(names = "--labeller-model", paramLabel = "NAME", description = "The model to ask there.")
  private String labellerModel;

  @Option(
      names = "--labeller-key-file",
      paramLabel = "FILE",
      description = "File with the API's key, if it needs one.")
  private Path labellerKeyFile;

  @Option(
      names = "--embedding-model",
      paramLabel = "FOLDER",
      description =
          "Folder with model.onnx and tokenizer.json: sentence embeddings that help to find topics"
              + " when a model is fitted. Needs a build with mvn -Pembeddings. Off by default.")
  private Path embeddingModel;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** The options; fails as wrong usage or configuration when they can't be. */
  TopicOptions options() {
    return new TopicOptions(
        Taxonomy.load(Optional.ofNullable(taxonomy)),
        labeller(),
        Optional.ofNullable(embeddingModel).map(TopicSettings::checked));
  }

  private Optional<TopicLabeller> labeller() {
    if ((labellerUrl == null) != (labellerModel == null)
        || (labellerKeyFile != null && labellerUrl == null)) {
      throw new ParameterException(
          command.commandLine(), "a labeller needs both --labeller-url and --labeller-model");
    }
    if (labellerUrl == null) {
      return Optional.empty();
    }
    String scheme = String.valueOf(labellerUrl.getScheme());
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new ParameterException(
          command.commandLine(), "--labeller-url must begin with http:// or https://");
    }
    Optional<String> key = Optional.ofNullable(labellerKeyFile).map(TopicSettings::key);
    return Optional.of(new ChatLabeller(labellerUrl, labellerModel, key, TIMEOUT));
  }

  /** A folder that is wrong must not wait for the next fit to say so. */
  private static Path checked(Path embeddingModel) {
    OnnxEmbeddings.open(embeddingModel).close();
    return embeddingModel;
  }

  private static String key(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new KoeException(
          ExitCode.CONFIGURATION,
          "the labeller's key cannot be read",
          file.toString(),
          "give --labeller-key-file a file that holds the key",
          e);
    }
  }
}
