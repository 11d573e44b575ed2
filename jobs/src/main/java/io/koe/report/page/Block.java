package io.koe.report.page;

import java.util.List;

/** A part of a section; the templates know how each kind is laid out. */
public sealed interface Block
    permits Block.Note,
        Block.Sentences,
        Block.Figures,
        Block.Charts,
        Block.Cards,
        Block.Fold,
        Block.Glossary,
        Bars,
        DataTable,
        TopicMap {

  /**
   * A paragraph.
   *
   * @param style how it is set: lead, note or empty
   */
  record Note(String text, String style) implements Block {}

  /** Sentences, each on a line of its own. */
  record Sentences(List<String> lines) implements Block {}

  /** Figures in a row. */
  record Figures(List<Kpi> figures) implements Block {}

  /** Charts side by side where there is room. */
  record Charts(List<Chart> charts) implements Block {}

  /**
   * Cards side by side where there is room.
   *
   * @param title above them; may be empty
   */
  record Cards(String title, List<Card> cards) implements Block {}

  /**
   * Blocks behind a line that opens them.
   *
   * @param id unique on the page; empty for none
   */
  record Fold(String id, String summary, Keys keys, List<Block> blocks) implements Block {}

  /** Words and what they mean. */
  record Glossary(List<List<String>> entries) implements Block {}

  static Note lead(String text) {
    return new Note(text, "lead");
  }

  static Note note(String text) {
    return new Note(text, "note");
  }

  /** In place of what there is none of. */
  static Note empty(String text) {
    return new Note(text, "empty");
  }
}
