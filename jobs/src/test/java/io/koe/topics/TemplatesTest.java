package io.koe.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.koe.text.Segment;
import io.koe.text.Segments;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TemplatesTest {
  private static final String SET_PHRASE = "以下のフォームにご記入のうえ送信ボタンを押してください。";
  private static final String QUESTION = "購入した商品がまだ届かないのですがどうなっていますか?";

  @Test
  void fieldsAndSetSentencesOfManyCustomersAreFound() {
    List<SampledInquiry> sample =
        sample(60, i -> SET_PHRASE + "\n商品番号: m" + i + " 内容: 届きません" + i, i -> "u" + i);
    assertEquals(
        List.of(SET_PHRASE, "内容:", "商品番号:"),
        Templates.in(sample).stream().map(TemplatesTest::text).sorted().toList());
  }

  @Test
  void oneCustomerIsNotMany() {
    assertEquals(List.of(), Templates.in(sample(60, i -> "内容: " + i + "番", i -> "u" + i % 9)));
  }

  @Test
  void aQuestionManyAskIsNoTemplate() {
    assertEquals(List.of(), Templates.in(sample(60, i -> QUESTION, i -> "u" + i)));
  }

  @Test
  void whatIsLeftIsTheCustomersOwn() {
    Templates templates =
        Templates.of(Templates.in(sample(60, i -> SET_PHRASE + "内容: 第" + i + "便", i -> "u" + i)));
    assertEquals("返金はまだですか?", templates.own(SET_PHRASE + "内容: 返金はまだですか?"));
    assertEquals("返金は？\nまだですか", templates.own("返金は？\nまだですか"));
    assertEquals(SET_PHRASE, templates.own(SET_PHRASE + "内容:"));
    assertEquals("", templates.own("内容:"));
    assertEquals("内容:", Templates.NONE.own("内容:"));
  }

  private static String text(Templates.Use use) {
    return use.example().segments().stream()
        .filter(s -> s.fingerprint() == use.fingerprint())
        .findFirst()
        .orElseThrow()
        .terms()
        .get(0);
  }

  /** Inquiries whose pieces are terms. */
  private static List<SampledInquiry> sample(
      int count, IntFunction<String> text, IntFunction<String> user) {
    return IntStream.range(0, count)
        .mapToObj(i -> inquiry(String.format("q%03d", i), user.apply(i), text.apply(i)))
        .toList();
  }

  private static SampledInquiry inquiry(String id, String user, String text) {
    List<TermSegment> segments = new ArrayList<>();
    for (Segment segment : Segments.of(text)) {
      segments.add(new TermSegment(segment.fingerprint(), List.of(segment.text())));
    }
    return new SampledInquiry(id, Themes.DAY, Themes.DAY, user, segments);
  }
}
