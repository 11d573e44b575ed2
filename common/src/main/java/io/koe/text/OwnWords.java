package io.koe.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What customers wrote themselves: without quoted lines, the message they answer and their
 * signature, which would otherwise be what most replies are about.
 *
 * <pre>
 * 返金されません。                       →  返金されません。
 * > お問い合わせありがとうございます
 * --
 * 株式会社サンプル
 * </pre>
 *
 * <p>A text that is nothing but such lines stays as it is.
 */
public final class OwnWords {
  private static final Pattern QUOTED = Pattern.compile("\\s*>.*");

  /** From here on the rest is somebody else's message. */
  private static final Pattern ANSWERED =
      Pattern.compile(
          "\\s*(?:[-_=]{2,}\\s*(?:Original Message|Forwarded message|元のメッセージ|転送メッセージ)\\b?.*"
              + "|On .{6,120} wrote:"
              + "|\\d{4}[年/-]\\d{1,2}[月/-]\\d{1,2}日?.{0,120}(?:<.{1,60}>|のメール|wrote|書きました):?"
              + "|(?:差出人|送信者|From):.*)\\s*");

  /** RFC 3676, section 4.3. */
  private static final Pattern SIGNATURE = Pattern.compile("--\\s?");

  private static final Pattern RULE = Pattern.compile("\\s*[-=*_─━+☆★・~]{6,}\\s*");
  private static final Pattern CONTACT =
      Pattern.compile(
          "<(?:EMAIL|PHONE|URL|ADDRESS)[A-Z_0-9-]*>|https?://|(?i:\\b(?:tel|e-?mail)\\b)");
  private static final int LONGEST_SIGNATURE = 10;

  private OwnWords() {}

  /**
   * The text without what isn't the customer's own.
   *
   * @param text NFKC-normalised; null stays null
   */
  public static String of(String text) {
    if (text == null || text.indexOf('\n') < 0) {
      return text;
    }
    List<String> own = new ArrayList<>();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length && !endsAt(lines, i); i++) {
      if (!QUOTED.matcher(lines[i]).matches()) {
        own.add(lines[i]);
      }
    }
    String rest = String.join("\n", own);
    return rest.isBlank() ? text : rest;
  }

  private static boolean endsAt(String[] lines, int i) {
    return ANSWERED.matcher(lines[i]).matches()
        || SIGNATURE.matcher(lines[i]).matches()
        || (RULE.matcher(lines[i]).matches() && isSignature(lines, i + 1));
  }

  /** Under a rule, short, and says how to reach somebody. */
  private static boolean isSignature(String[] lines, int from) {
    if (lines.length - from > LONGEST_SIGNATURE) {
      return false;
    }
    for (int i = from; i < lines.length; i++) {
      if (CONTACT.matcher(lines[i]).find()) {
        return true;
      }
    }
    return false;
  }
}
