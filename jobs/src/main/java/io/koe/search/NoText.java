package io.koe.search;

import org.apache.lucene.analysis.Analyzer;

/** Lucene wants an analyser even when it is given terms and no text. */
final class NoText extends Analyzer {
  @Override
  protected TokenStreamComponents createComponents(String field) {
    throw new UnsupportedOperationException(field + " is given as terms, not as text");
  }
}
