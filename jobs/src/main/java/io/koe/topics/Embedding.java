package io.koe.topics;

/** A text's vector by a language model; its direction carries the meaning. */
public final class Embedding {
  private final float[] values;

  /** A copy of the vector at length 1. */
  Embedding(float[] vector) {
    this.values = vector.clone();
    Dense.normalise(values);
  }

  int size() {
    return values.length;
  }

  float at(int dimension) {
    return values[dimension];
  }
}
