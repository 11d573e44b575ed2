package io.koe.text;

/**
 * A short phrase that names what a text is about.
 *
 * @param text readable Japanese; the predicate in its plain form
 * @param meaning the same for phrases that say the same: 返信がない and 返信はない
 * @param kind how much it says by itself
 */
public record Phrase(String text, String meaning, Kind kind) {
  /** What a phrase is made of. */
  public enum Kind {
    /** What is wrong or wanted: 荷物が届かない, 注文をキャンセルしたい, ログインできない. */
    NEED,
    /** What happens: 写真が消える. */
    EVENT,
    /** An action by itself, which says little: 入札する, 利用しない. */
    ACTION,
    /** Two nouns: 売上金の振込申請. */
    NOUNS
  }
}
