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
  private static final Cues CERTAIN =
      new Cues("と申します", "と申しまし", "と申す", "ともうします", "ともうしまし", "と申しております", "って申します", "と、申します");
  private static final Cues LIKELY =
      new Cues("といいます", "と言います", "と云います", "といいまし", "って言います", "っていいます", "というもの");
  private static final Cues SAID = new Cues("という者", "と言う者", "と云う者");
  private static final Cues IS = new Cues("です", "でございます");
  private static final Pattern SENTENCE_END = Pattern.compile("[。、!.\\n )]|が、|けど|$");
  private static final Pattern SENTENCE_START =
      Pattern.compile("(?:^|[\\n。!?、 )」]|(?:私|わたし|わたくし|僕|俺|当方|こちら)(?:は|の名前は|、)? ?)$");
  private static final Pattern GREETING =
      Pattern.compile(
          "(?:世話になっ?[りてた][^。\\n]{0,8}|めまして|こんにちは|こんばんは|おはようございます|失礼(?:いた)?します|連絡(?:いた)?します)[。、!\\n ]{1,2}$");
  private static final int LONGEST_GREETING = 24;
  private static final Pattern LEAD =
      Pattern.compile(
          "^.{0,10}?(?:はじめまして|まして|こんにちは|こんばんは|ございます|おります|わたしは|わたくし|ぼくは|なまえは|する|います|した|です|ます)");

  @Override
  public void find(FoldedText folded, Consumer<Span> spans) {
    String text = folded.text();
    CERTAIN.before(folded, end -> findBefore(text, end, true, spans));
    LIKELY.before(folded, end -> findBefore(text, end, false, spans));
    SAID.before(folded, end -> findSaid(text, end, spans));
    IS.followedBy(
        SENTENCE_END,
        folded,
        found -> findPlain(text, text.lastIndexOf('で', found.start() - 1), spans));
  }

  /** In 山田です, a name that can't be mistaken and stands at the start of a sentence or after 私は. */
  private static void findPlain(String text, int end, Consumer<Span> spans) {
    int start = NameBefore.start(text, end);
    String before = text.substring(Math.max(0, start - LONGEST_GREETING), start);
    String candidate = text.substring(start, end);
    boolean greeted = GREETING.matcher(before).find() && NameLexicon.isPerson(candidate);
    if (greeted
        || (end - start >= 2
            && NameLexicon.isUnmistakable(candidate)
            && SENTENCE_START.matcher(before).find())) {
      spans.accept(new Span(start, end, PiiKind.NAME));
    }
  }

  /** In 山田という者ですが, whatever has the shape of a name and is no ordinary word. */
  private static void findSaid(String text, int end, Consumer<Span> spans) {
    int start = NameBefore.start(text, end);
    String candidate = text.substring(start, end);
    boolean kana = Script.at(candidate, candidate.length() - 1) == Script.HIRAGANA;
    if (kana
        ? NameLexicon.isPerson(candidate)
        : candidate.length() > 1 && !NameLexicon.isOrdinary(candidate)) {
      spans.accept(new Span(start, end, PiiKind.NAME));
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
