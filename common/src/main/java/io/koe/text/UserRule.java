package io.koe.text;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ids of users, after a cue or in the form {@code u} and digits.
 *
 * <pre>
 * ユーザーIDはu102347です、会員番号：123 456 789、u102347さん → &lt;USER&gt; or &lt;USER:pseudonym&gt;
 * 会員番号が10桁、ユーザーIDを忘れました → unchanged
 * </pre>
 *
 * Known weakness: an id of letters alone is found only after a colon, an arrow or a bracket.
 */
final class UserRule implements PiiRule {
  private static final Cues CUES =
      new Cues(
          "ユーザーID", "ユーザID", "ユーザーId", "ユーザーid", "ユーザー番号", "user id", "User ID", "userid",
          "user_id", "UserID", "会員ID", "会員id", "会員番号", "会員No", "会員ナンバー", "お客様番号", "お客さま番号", "お客様ID",
          "顧客番号", "顧客ID", "利用者ID", "利用者番号", "アカウントID", "アカウント番号", "メンバーID");
  private static final String LINK = "(?:[ .:=はがを→「『【(\\[<\"]|\\n){0,4}+";
  private static final Pattern AFTER_CUE =
      Pattern.compile(
          LINK
              + "(?:([0-9]{2,5}+(?:[ -][0-9]{2,5}+){1,4}+)"
              + "|((?=[A-Za-z_-]{0,30}+[0-9])[A-Za-z0-9][A-Za-z0-9_-]{3,40}+))"
              + "(?![A-Za-z0-9]| ?(?:円|回|桁|文字|件|個|年|月|日|時|分|%))"
              + "|(?: ?は| ?が)? ?[:=→「『(\\[] ?([A-Za-z][A-Za-z0-9_-]{3,40}+)");
  private static final Pattern BARE =
      Pattern.compile("(?<![A-Za-z0-9_])[uU]-?[0-9]{5,10}+(?![A-Za-z0-9_])");
  private static final int FEWEST_DIGITS = 3;

  private final UnaryOperator<String> tag;

  UserRule(UnaryOperator<String> tag) {
    this.tag = tag;
  }

  @Override
  public void find(FoldedText folded, Consumer<Span> spans) {
    CUES.followedBy(
        AFTER_CUE,
        folded,
        found -> {
          int group = found.start(1) >= 0 ? 1 : found.start(2) >= 0 ? 2 : 3;
          spans.accept(span(found, group));
        });
    if (folded.digits() >= FEWEST_DIGITS && (folded.has('u') || folded.has('U'))) {
      Matcher bare = BARE.matcher(folded.text());
      while (bare.find()) {
        spans.accept(span(bare, 0));
      }
    }
  }

  private Span span(Matcher found, int group) {
    return new Span(
        found.start(group), found.end(group), PiiKind.USER, tag.apply(id(found.group(group))));
  }

  /** The id as rows have it: digits without what separates them, {@code u} in lower case. */
  private static String id(String written) {
    boolean plain = BARE.matcher(written).matches();
    return FoldedText.isDigit(written.charAt(0)) && written.matches("[0-9 -]+")
        ? written.replaceAll("[ -]", "")
        : plain ? written.toLowerCase(Locale.ROOT) : written;
  }
}
