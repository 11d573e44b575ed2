package io.koe.text.morphology;

import org.apache.lucene.analysis.ja.dict.Dictionary;

/**
 * A word as a dictionary has it.
 *
 * @param surface as written
 * @param base dictionary form; the surface when the dictionary has none
 * @param partOfSpeech IPADIC's
 * @param inflection IPADIC's type, such as 五段・ラ行; empty for words that don't inflect
 */
public record Word(String surface, String base, PartOfSpeech partOfSpeech, String inflection) {

  /** The same with null for a base form or inflection the dictionary does not have. */
  static Word of(String surface, String base, String partOfSpeech, String inflection) {
    return new Word(
        surface,
        base == null ? surface : base,
        PartOfSpeech.of(partOfSpeech),
        inflection == null ? "" : inflection);
  }

  /** What a dictionary says of one of its words. */
  static Word of(Dictionary dictionary, int id, String surface) {
    return of(
        surface,
        dictionary.getBaseForm(id, surface.toCharArray(), 0, surface.length()),
        dictionary.getPartOfSpeech(id),
        dictionary.getInflectionType(id));
  }
}
