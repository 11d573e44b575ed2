package io.koe.text;

import java.util.function.Consumer;

/**
 * Finds one sort of personal data in folded text. Rules are stateless, take time linear in the text
 * and never throw, whatever the text.
 */
@FunctionalInterface
interface PiiRule {
  /** Hands every stretch found to {@code spans}, in any order; stretches may overlap. */
  void find(FoldedText text, Consumer<Span> spans);
}
