package io.koe.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is known of the person who writes, to be found in their texts whatever the spelling: width,
 * case, hiragana or katakana, blanks and separators make no difference.
 *
 * <pre>
 * name 森 さくら, text 「森さくらです。もり…」 → 「&lt;NAME&gt;です。もり…」
 * address 東京都渋谷区神南1-2-3, text 「神南１－２－３に」 → 「&lt;ADDRESS&gt;に」
 * </pre>
 *
 * Known weakness: a part of a name in one character, or in few kana inside a longer word, stays.
 */
public final class OwnDetails {
  /** Nothing is known. */
  public static final OwnDetails NONE = new OwnDetails(List.of());

  private static final String SEPARATORS = " \n-ー._・()[]/,、=";
  private static final int SHORTEST_PHONE = 9;
  private static final int SHORTEST_ADDRESS = 4;
  private static final int SHORTEST_NAME = 2;
  private static final int SURE_KANA = 4;
  private static final Pattern BLANKS = Pattern.compile("[\\s　]+");

  /** Prefecture, city and ward of an address, which stay. */
  private static final Pattern MUNICIPALITY =
      Pattern.compile(
          "^[〒0-9 -]*(?:[^0-9]{2,4}?[都道府県])?(?:[^0-9]{1,8}?[市郡])?(?:[^0-9]{1,6}?[区町村])?");

  private final List<Detail> details;

  private OwnDetails(List<Detail> details) {
    this.details = details;
  }

  /** One spelling without its separators. */
  private record Detail(String skeleton, PiiKind kind) {}

  /** Collects what is known; null and blank are unknown. */
  public static final class Builder {
    private final List<Detail> details = new ArrayList<>();

    /** A full name in any script; its parts are known where a blank stands between them. */
    public Builder name(String name) {
      add(name, SHORTEST_NAME, PiiKind.NAME);
      if (name != null) {
        for (String part : BLANKS.split(name.strip(), -1)) {
          add(part, SHORTEST_NAME, PiiKind.NAME);
        }
      }
      return this;
    }

    /** An e-mail address. */
    public Builder email(String email) {
      return add(email, SHORTEST_ADDRESS, PiiKind.EMAIL);
    }

    /** A telephone number. */
    public Builder phone(String phone) {
      return add(phone, SHORTEST_PHONE, PiiKind.PHONE);
    }

    /** A postal address; what is below city and ward is looked for. */
    public Builder address(String address) {
      String folded = address == null ? "" : FoldedText.of(address).text().strip();
      Matcher area = MUNICIPALITY.matcher(folded);
      return add(
          area.find() ? folded.substring(area.end()) : folded, SHORTEST_ADDRESS, PiiKind.ADDRESS);
    }

    /** What was collected. */
    public OwnDetails build() {
      return details.isEmpty() ? NONE : new OwnDetails(List.copyOf(details));
    }

    private Builder add(String written, int shortest, PiiKind kind) {
      String skeleton = written == null ? "" : new Skeleton(FoldedText.of(written).text()).text();
      if (skeleton.length() >= shortest) {
        details.add(new Detail(skeleton, kind));
      }
      return this;
    }
  }

  /** Hands on every place where one of the details stands. */
  void find(FoldedText folded, Consumer<Span> spans) {
    if (details.isEmpty()) {
      return;
    }
    Skeleton skeleton = new Skeleton(folded.text());
    for (Detail detail : details) {
      String text = skeleton.text();
      int length = detail.skeleton.length();
      for (int at = text.indexOf(detail.skeleton);
          at >= 0;
          at = text.indexOf(detail.skeleton, at + length)) {
        if (isWhole(text, at, at + length)) {
          spans.accept(new Span(skeleton.at(at), skeleton.at(at + length - 1) + 1, detail.kind));
        }
      }
    }
  }

  /** Digits and letters end where others begin; so do a few kana. */
  private static boolean isWhole(String text, int start, int end) {
    return isBorder(text, start, end - start) && isBorder(text, end, end - start);
  }

  private static boolean isBorder(String text, int at, int length) {
    if (at == 0 || at == text.length()) {
      return true;
    }
    char before = text.charAt(at - 1);
    char after = text.charAt(at);
    if (FoldedText.isDigit(before) && FoldedText.isDigit(after)) {
      return false;
    }
    Script script = Script.of(before);
    boolean joined = script == Script.of(after);
    return !joined
        || script == Script.OTHER
        || script == Script.KANJI
        || (script == Script.KATAKANA && length >= SURE_KANA);
  }

  /** Folded text without separators, in small letters and katakana, with the way back. */
  private static final class Skeleton {
    private final StringBuilder text = new StringBuilder();
    private final int[] places;

    Skeleton(String folded) {
      places = new int[folded.length()];
      String letters = Kana.katakana(folded.toLowerCase(Locale.ROOT));
      for (int i = 0; i < folded.length(); i++) {
        if (SEPARATORS.indexOf(letters.charAt(i)) < 0) {
          places[text.length()] = i;
          text.append(letters.charAt(i));
        }
      }
    }

    String text() {
      return text.toString();
    }

    int at(int position) {
      return places[position];
    }
  }
}
