package io.koe.text;

import io.koe.stat.Wilson;
import io.koe.text.MaskerExample.Stretch;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** How the masker does on one suite, by kind of personal data and as a whole. */
final class MaskerFigures {
  /** All names: with a cue and bare, in equal parts. */
  static final String ALL_NAMES = "NAME_ALL";

  private static final Set<String> DIGITS =
      Set.of(
          "PHONE",
          "CARD",
          "MY_NUMBER",
          "LICENCE",
          "PASSPORT",
          "BANK_ACCOUNT",
          "POSTAL_CODE",
          "TRACKING");
  private static final String BARE_NAMES = "NAME_BARE";

  private final Map<String, MaskerScore> scores = new LinkedHashMap<>();
  private final Map<String, Integer> spellings = new LinkedHashMap<>();
  private final JapaneseTokenizer tokenizer =
      new JapaneseTokenizer(null, true, JapaneseTokenizer.Mode.NORMAL);
  private long cleanTokens;
  private long cleanTokensMasked;

  private MaskerFigures() {}

  /** Runs a masker over a suite; faults go to {@code faults}, a line each. */
  static MaskerFigures of(MaskerSuite suite, PiiMasker masker, Consumer<String> faults) {
    MaskerFigures figures = new MaskerFigures();
    for (String kind : suite.kinds()) {
      MaskerScore score = new MaskerScore(tags(kind));
      figures.spellings.put(kind, suite.spellings(kind));
      Stream.concat(suite.positives(kind).stream(), suite.negatives(kind).stream())
          .forEach(
              example -> {
                String masked = masker.mask(example.text());
                score.add(example, masked, fault -> faults.accept(kind + " " + fault));
                figures.addClean(example, masked);
              });
      if (score.positives() > 0) {
        figures.scores.put(kind, score);
      }
    }
    return figures;
  }

  /** The kinds with positives, in the order of the suite. */
  List<String> kinds() {
    return List.copyOf(scores.keySet());
  }

  double recall(String kind) {
    return (double) covered(kind) / positives(kind);
  }

  double precision(String kind) {
    return (double) covered(kind) / (covered(kind) + wrong(kind));
  }

  /** Share of texts with a leak of a number, of all with personal data. */
  double digitLeaks() {
    return leaks(scores.keySet().stream().filter(DIGITS::contains).toList());
  }

  /** Share of texts with any leak but a name that nothing announces. */
  double leaksButBareNames() {
    return leaks(scores.keySet().stream().filter(kind -> !kind.equals(BARE_NAMES)).toList());
  }

  /** Share of the morphemes of texts without personal data that were masked. */
  double cleanTokensMasked() {
    return (double) cleanTokensMasked / cleanTokens;
  }

  /** A row of Markdown: kind, spellings, texts, recall and precision with intervals, label. */
  String row(String kind, String targets) {
    int masked = covered(kind) + wrong(kind);
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %s | %s | %s | %.3f |",
        kind.toLowerCase(Locale.ROOT),
        parts(kind).stream().mapToInt(spellings::get).sum(),
        positives(kind),
        interval(covered(kind), positives(kind)),
        interval(covered(kind), masked),
        targets,
        (double) sum(kind, MaskerScore::labelled) / covered(kind));
  }

  private static String interval(int hits, int trials) {
    return String.format(
        Locale.ROOT,
        "%.3f (%.3f–%.3f)",
        (double) hits / trials,
        Wilson.low(hits, trials),
        Wilson.high(hits, trials));
  }

  private double leaks(List<String> kinds) {
    int leaks = kinds.stream().mapToInt(kind -> positives(kind) - covered(kind)).sum();
    return (double) leaks / scores.keySet().stream().mapToInt(this::positives).sum();
  }

  private int positives(String kind) {
    return sum(kind, MaskerScore::positives);
  }

  private int covered(String kind) {
    return sum(kind, MaskerScore::covered);
  }

  private int wrong(String kind) {
    return sum(kind, MaskerScore::wrong);
  }

  private int sum(String kind, ToIntFunction<MaskerScore> figure) {
    return parts(kind).stream().map(scores::get).mapToInt(figure).sum();
  }

  private static List<String> parts(String kind) {
    return kind.equals(ALL_NAMES) ? List.of("NAME_CUE", BARE_NAMES) : List.of(kind);
  }

  private static String tags(String kind) {
    return switch (kind) {
      case "URL" -> "URL_PATH";
      case "SNS_ID" -> "LINE_ID";
      case "NAME_CUE", BARE_NAMES -> "NAME";
      default -> kind;
    };
  }

  private void addClean(MaskerExample example, String masked) {
    if (!example.gold().isEmpty()) {
      return;
    }
    List<Stretch> gone = MaskerScore.gone(example.text(), masked);
    for (Stretch token : tokens(example.text())) {
      cleanTokens++;
      cleanTokensMasked += gone.stream().anyMatch(token::overlaps) ? 1 : 0;
    }
  }

  private List<Stretch> tokens(String text) {
    List<Stretch> tokens = new ArrayList<>();
    try {
      OffsetAttribute offset = tokenizer.getAttribute(OffsetAttribute.class);
      tokenizer.setReader(new StringReader(text));
      tokenizer.reset();
      while (tokenizer.incrementToken()) {
        tokens.add(new Stretch(offset.startOffset(), offset.endOffset(), ""));
      }
      tokenizer.end();
      tokenizer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tokens;
  }
}
