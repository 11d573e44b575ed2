package io.koe.topics;

import java.util.List;

/** Turns texts into vectors that lie near for texts that mean the same. */
public interface SentenceEmbeddings extends AutoCloseable {

  /** One vector per text, in their order, all of one size. */
  List<Embedding> of(List<String> texts);

  @Override
  void close();
}
