package io.koe.text.morphology;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer.Mode;
import org.apache.lucene.analysis.ja.tokenattributes.BaseFormAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.InflectionAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Lucene's own tokenizer, Kuromoji, in NORMAL mode. */
public final class LuceneReader implements WordReader {
  private final JapaneseTokenizer words;
  private final CharTermAttribute surface;
  private final BaseFormAttribute baseForm;
  private final PartOfSpeechAttribute partOfSpeech;
  private final InflectionAttribute inflection;
  private final OffsetAttribute offset;

  /** Keeps the given words whole. */
  public LuceneReader(UserWords user) {
    words = new JapaneseTokenizer(user.dictionary(), false, true, Mode.NORMAL);
    surface = words.getAttribute(CharTermAttribute.class);
    baseForm = words.getAttribute(BaseFormAttribute.class);
    partOfSpeech = words.getAttribute(PartOfSpeechAttribute.class);
    inflection = words.getAttribute(InflectionAttribute.class);
    offset = words.getAttribute(OffsetAttribute.class);
  }

  @Override
  public void read(String text, Sink each) {
    try {
      words.setReader(new StringReader(text));
      words.reset();
      while (words.incrementToken()) {
        each.accept(word(), offset.startOffset(), offset.endOffset());
      }
      words.end();
      words.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Word word() {
    return Word.of(
        surface.toString(),
        baseForm.getBaseForm(),
        partOfSpeech.getPartOfSpeech(),
        inflection.getInflectionType());
  }
}
