package io.koe.text;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names by which somebody introduces himself.
 *
 * <pre>
 * 山田 太郎と申します、やまだと申します、私は山田です、お世話になります。山田です。 → &lt;NAME&gt;
 * </pre>
 *
 * Known weakness: 〜といいます and 〜です need a listed surname.
 */
final class NameIntroductionRule implements PiiRule {
  private static final Pattern SAID =
      Pattern.compile("(?:と|って) ?(申し|もうし|申す|いいます|言います|云います|いう者|言う者|いうもの)");
  private static final Pattern IS =
      Pattern.compile(
          "(?:^|[\\n。!?、 )」]|(?:私|わたし|わたくし|僕|俺|当方|こちら)(?:は|の名前は|、)? ?)"
              + "([一-鿿々]{2,6}+(?: [一-鿿々]{1,4}+)?|[ァ-ヺー]{3,10}+(?: [ァ-ヺー]{2,8}+)?|[ぁ-ん]{2,5}(?: [ぁ-ん]{2,5}?)?|[A-Za-z]{3,12}+(?: [A-Za-z]{2,12}+)?)"
              + " ?(?:です|でございます)(?=[。、!.\\n )]|が、|けど|$)");
  private static final Pattern LEAD =
      Pattern.compile(
          "^.{0,10}?(?:はじめまして|まして|こんにちは|こんばんは|ございます|おります|わたしは|わたくし|ぼくは|なまえは|する|います|した|です|ます)");

  @Override
  public void find(FoldedText folded, Consumer<Span> spans) {
    String text = folded.text();
    Matcher said = SAID.matcher(text);
    while (said.find()) {
      boolean certain = said.group(1).charAt(0) == '申' || said.group(1).startsWith("もう");
      findBefore(text, said.start(), certain, spans);
    }
    Matcher is = IS.matcher(text);
    while (is.find()) {
      if (NameLexicon.isUnmistakable(is.group(1))) {
        spans.accept(new Span(is.start(1), is.end(1), PiiKind.NAME));
      }
    }
  }

  private static void findBefore(String text, int end, boolean certain, Consumer<Span> spans) {
    int start = NameBefore.start(text, end);
    if (Script.at(text, end - 1) == Script.HIRAGANA) {
      start = afterParticle(text, start, end);
    }
    String candidate = text.substring(start, end);
    boolean wanted =
        certain ? !NameLexicon.NOT_NAMES.contains(candidate) : NameLexicon.isPerson(candidate);
    if (wanted && !candidate.isBlank()) {
      spans.accept(new Span(start, end, PiiKind.NAME));
    }
  }

  /** In はじめましてやまだ and 私はやまだ, the name begins after the greeting or the particle. */
  private static int afterParticle(String text, int start, int end) {
    String words = text.substring(start, end);
    if (NameLexicon.isPerson(words)) {
      return start;
    }
    for (int i = 0; i < words.length() - 1; i++) {
      if (NameLexicon.isPerson(words.substring(i))) {
        return start + i;
      }
    }
    Matcher lead = LEAD.matcher(words);
    int from = lead.find() ? lead.end() : 0;
    int particle = Math.max(words.indexOf('は', from), words.indexOf('の', from));
    boolean afterKanji = particle > 0 && Script.of(words.charAt(particle - 1)) == Script.KANJI;
    return start + (afterKanji && particle + 2 < words.length() ? particle + 1 : from);
  }
}
