package io.koe.text.morphology;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One of IPADIC's parts of speech and what it says of its words: one object for each name. */
public final class PartOfSpeech {
  private static final Map<String, PartOfSpeech> ALL = new ConcurrentHashMap<>();

  private final String name;
  private final boolean isNoun;
  private final boolean isContent;
  private final boolean joins;

  private PartOfSpeech(String name) {
    this.name = name;
    isNoun =
        is("カスタム名詞")
            || (is("名詞")
                && !is("名詞-数")
                && !is("名詞-非自立")
                && !is("名詞-代名詞")
                && !is("名詞-接尾")
                && !is("名詞-特殊"));
    isContent = isNoun || is("動詞-自立") || is("形容詞-自立");
    boolean isSuffix = is("名詞-接尾");
    boolean isOddSuffix = is("名詞-接尾-助数詞") || is("名詞-接尾-人名") || is("名詞-接尾-助動詞語幹");
    joins = isSuffix ? !isOddSuffix : is("接頭詞-名詞接続") || isNoun;
  }

  /** By name, such as 名詞-サ変接続. */
  static PartOfSpeech of(String name) {
    return ALL.computeIfAbsent(name, PartOfSpeech::new);
  }

  /** Whether it is this one or one of its kinds: 名詞-接尾-助数詞 is 名詞-接尾. */
  public boolean is(String kind) {
    return name.startsWith(kind);
  }

  /** A noun with a meaning of its own. */
  public boolean isNoun() {
    return isNoun;
  }

  /** A word with a meaning of its own. */
  public boolean isContent() {
    return isContent;
  }

  /** Whether the word may stand in a compound: 本人 + 確認, 再 + 発行, 追跡 + 不可. */
  public boolean joins() {
    return joins;
  }

  @Override
  public String toString() {
    return name;
  }
}
