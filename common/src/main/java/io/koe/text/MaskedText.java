package io.koe.text;

import java.util.Map;

/**
 * Text after masking.
 *
 * @param text the text with stand-ins
 * @param counts stretches replaced, by kind; kinds that did not occur are absent
 */
public record MaskedText(String text, Map<PiiKind, Integer> counts) {
  public MaskedText {
    counts = Map.copyOf(counts);
  }
}
