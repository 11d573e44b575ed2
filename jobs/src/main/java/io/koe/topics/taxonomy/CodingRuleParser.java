package io.koe.topics.taxonomy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a coding rule.
 *
 * <pre>
 * 本人確認 and not 住所
 * (審査 or 書類) and near(通らない 理由, 10)
 * "売上金 振込申請" or 入金できない
 * </pre>
 *
 * <p>{@code not} binds closer than {@code and}, that closer than {@code or}; {@code ! & |} mean the
 * same. Faults are {@link IllegalArgumentException}s.
 */
public final class CodingRuleParser {
  private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|[()&|!,]|[^\\s()&|!,\"]+|\"");
  private static final Set<String> RESERVED =
      Set.of("and", "or", "not", "&", "|", "!", "(", ")", ",");

  private final List<String> tokens = new ArrayList<>();
  private int next;

  private CodingRuleParser(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    Matcher matcher = TOKEN.matcher(folded);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
  }

  /** The rule a text says. */
  public static CodingRule parse(String text) {
    CodingRuleParser parser = new CodingRuleParser(text);
    CodingRule rule = parser.any();
    if (parser.next < parser.tokens.size()) {
      throw new IllegalArgumentException(
          "what does '" + parser.tokens.get(parser.next) + "' do there?");
    }
    return rule;
  }

  private CodingRule any() {
    List<CodingRule> rules = new ArrayList<>(List.of(all()));
    while (accepts("or", "|")) {
      rules.add(all());
    }
    return rules.size() == 1 ? rules.get(0) : new CodingRule.Or(rules);
  }

  private CodingRule all() {
    List<CodingRule> rules = new ArrayList<>(List.of(one()));
    while (accepts("and", "&")) {
      rules.add(one());
    }
    return rules.size() == 1 ? rules.get(0) : new CodingRule.And(rules);
  }

  private CodingRule one() {
    if (accepts("not", "!")) {
      return new CodingRule.Not(one());
    }
    if (accepts("(")) {
      CodingRule inner = any();
      expect(")");
      return inner;
    }
    String token = take("a word");
    if (token.equals("near") && accepts("(")) {
      return near();
    }
    if (token.startsWith("\"")) {
      return sequence(token);
    }
    if (RESERVED.contains(token)) {
      throw new IllegalArgumentException("a word is missing before '" + token + "'");
    }
    return new CodingRule.Word(token);
  }

  private static CodingRule sequence(String token) {
    String inner = token.length() < 2 ? "" : token.substring(1, token.length() - 1).strip();
    if (inner.isEmpty()) {
      throw new IllegalArgumentException("a phrase is empty or its quotation mark is not closed");
    }
    return new CodingRule.Sequence(List.of(inner.split("\\s+")));
  }

  private CodingRule near() {
    List<String> words = new ArrayList<>();
    while (!accepts(",")) {
      String word = take("the ',' of near(word word, distance)");
      if (RESERVED.contains(word)) {
        throw new IllegalArgumentException(
            "near takes plain words and a distance: near(審査 落ちる, 5)");
      }
      words.add(word);
    }
    String distance = take("a distance");
    expect(")");
    if (words.size() < 2 || !distance.matches("[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException(
          "near takes two or more words and a distance: near(審査 落ちる, 5)");
    }
    return new CodingRule.Near(words, Integer.parseInt(distance));
  }

  private boolean accepts(String... wanted) {
    boolean isThere = next < tokens.size() && List.of(wanted).contains(tokens.get(next));
    next += isThere ? 1 : 0;
    return isThere;
  }

  private void expect(String wanted) {
    if (!accepts(wanted)) {
      throw new IllegalArgumentException("'" + wanted + "' is missing");
    }
  }

  private String take(String what) {
    if (next == tokens.size()) {
      throw new IllegalArgumentException(what + " is missing at the end");
    }
    return tokens.get(next++);
  }
}
