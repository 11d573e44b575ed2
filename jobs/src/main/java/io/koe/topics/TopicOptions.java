package io.koe.topics;

import io.koe.topics.taxonomy.Taxonomy;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What people add to the topics the model finds.
 *
 * @param taxonomy what analysts say about them
 * @param labeller what suggests names
 * @param embeddingModel folder of a model whose sentence embeddings fits join, see {@link
 *     OnnxEmbeddings}
 */
public record TopicOptions(
    Taxonomy taxonomy, Optional<TopicLabeller> labeller, Optional<Path> embeddingModel) {
  /** Topics as the model gives them. */
  public static final TopicOptions NONE =
      new TopicOptions(Taxonomy.NONE, Optional.empty(), Optional.empty());
}
