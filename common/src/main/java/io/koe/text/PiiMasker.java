package io.koe.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Replaces personal data in Japanese text by stand-ins such as {@code <PHONE>}. Idempotent,
 * deterministic, linear in the text, never throws. Digits are denied by default: seven or more with
 * only separators between them go, unless they read as an amount, a date or a version.
 *
 * <pre>
 * 山田 太郎と申します。090-1234-5678まで → &lt;NAME&gt;と申します。&lt;PHONE&gt;まで
 * 東京都渋谷区神南1-2-3です             → 東京都渋谷区&lt;ADDRESS&gt;です
 * 10,000,000円 2026-10-01              → unchanged
 * </pre>
 *
 * Known weakness: a name without a cue, an honorific or a listed surname beside it stays.
 */
public final class PiiMasker {
  /** Masking can bring two stretches together that only then show a cue; two passes are enough. */
  private static final int MOST_PASSES = 5;

  private static final Comparator<Span> LONGEST_FIRST =
      Comparator.comparingInt(Span::length)
          .reversed()
          .thenComparingInt(Span::start)
          .thenComparing(Span::kind);

  private final List<PiiRule> rules;

  /** A masker that writes {@code <ITEM>} and {@code <USER>} for ids of items and users. */
  public PiiMasker() {
    this(id -> PiiKind.ITEM.tag(), id -> PiiKind.USER.tag());
  }

  /**
   * A masker that writes {@code <ITEM:pseudonym>} and {@code <USER:pseudonym>} for ids of items and
   * users, so that they can still be joined.
   */
  public PiiMasker(Pseudonymizer pseudonymizer) {
    this(pseudonymizer::item, pseudonymizer::user, pseudonym -> false);
  }

  /**
   * The same, with {@code <USER>} for people who must not be named.
   *
   * @param item makes the pseudonym of an item's id
   * @param user makes the pseudonym of a user's id
   * @param isUnnamed whether the person of a pseudonym must not be named
   */
  public PiiMasker(
      UnaryOperator<String> item, UnaryOperator<String> user, Predicate<String> isUnnamed) {
    this(
        id -> "<ITEM:" + item.apply(id) + ">",
        id -> {
          String pseudonym = user.apply(id);
          return isUnnamed.test(pseudonym) ? PiiKind.USER.tag() : "<USER:" + pseudonym + ">";
        });
  }

  private PiiMasker(UnaryOperator<String> itemTag, UnaryOperator<String> userTag) {
    rules =
        List.of(
            new EmailRule(),
            new UrlRule(itemTag, userTag),
            new ItemRule(itemTag),
            new UserRule(userTag),
            new NumberRule(),
            new LetteredNumberRule(),
            new BankAccountRule(),
            new AddressRule(),
            new BirthdayRule(),
            new IpRule(),
            new PasswordRule(),
            new HandleRule(),
            new NameCueRule(),
            new NameIntroductionRule(),
            new NameHonorificRule(),
            new FullNameRule());
  }

  /** The text with personal data replaced; null stays null. */
  public String mask(String text) {
    return mask(text, OwnDetails.NONE);
  }

  /** The same, and what is known of the person who writes is replaced wherever it stands. */
  public String mask(String text, OwnDetails own) {
    return text == null ? null : maskCounting(text, own).text();
  }

  /** The masked text and how many stretches of each kind were replaced. */
  public MaskedText maskCounting(String text) {
    return maskCounting(text, OwnDetails.NONE);
  }

  private MaskedText maskCounting(String text, OwnDetails own) {
    Map<PiiKind, Integer> counts = new EnumMap<>(PiiKind.class);
    String masked = text;
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      String before = masked;
      masked = maskOnce(before, own, counts);
      if (masked.equals(before)) {
        break;
      }
    }
    return new MaskedText(masked, counts);
  }

  private String maskOnce(String text, OwnDetails own, Map<PiiKind, Integer> counts) {
    FoldedText folded = FoldedText.of(text);
    List<Span> found = new ArrayList<>();
    Consumer<Span> sink = found::add;
    own.find(folded, sink);
    for (PiiRule rule : rules) {
      rule.find(folded, sink);
    }
    if (found.isEmpty()) {
      return text;
    }
    return replace(text, folded, union(found), counts);
  }

  /** Overlapping stretches become one, of the longest one's kind; in the order of the text. */
  private static List<Span> union(List<Span> found) {
    found.sort(Comparator.comparingInt(Span::start).thenComparing(LONGEST_FIRST));
    List<Span> joined = new ArrayList<>();
    Span strongest = null;
    Span open = null;
    for (Span span : found) {
      if (open != null && span.start() < open.end()) {
        strongest = LONGEST_FIRST.compare(span, strongest) < 0 ? span : strongest;
        int end = Math.max(open.end(), span.end());
        open = new Span(open.start(), end, strongest.kind(), strongest.tag());
        joined.set(joined.size() - 1, open);
      } else {
        strongest = span;
        open = span;
        joined.add(open);
      }
    }
    return joined;
  }

  private static String replace(
      String text, FoldedText folded, List<Span> spans, Map<PiiKind, Integer> counts) {
    StringBuilder masked = new StringBuilder(text.length());
    int copied = 0;
    for (Span span : spans) {
      int start = Math.max(copied, folded.originalStart(span.start()));
      masked.append(text, copied, start).append(span.tag());
      copied = folded.originalEnd(span.end() - 1);
      counts.merge(span.kind(), 1, Integer::sum);
    }
    return masked.append(text, copied, text.length()).toString();
  }
}
