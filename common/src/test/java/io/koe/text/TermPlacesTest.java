package io.koe.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TermPlacesTest {
  private static final String TEXT = "<NAME>です。本人確認書類を出したのに荷物がまだ届いていません。SMSでログインができません。";
  private final Map<String, TermPlaces.Place> places = new TermPlaces().of(TEXT);

  @Test
  void aTermStandsWhereItIsWrittenInWhateverForm() {
    assertEquals("届いていません", written("届かない"));
    assertEquals("届い", written("届く"));
    assertEquals("ログインができません", written("ログインできない"));
    assertEquals("SMS", written("sms"));
  }

  @Test
  void compoundsAndTheirPartsHavePlaces() {
    assertEquals("本人確認書類", written("本人確認書類"));
    assertEquals("本人確認", written("本人確認"));
  }

  @Test
  void everyTermOfTheTokenizerHasAPlaceAndNoPlaceholderHas() {
    assertTrue(places.keySet().containsAll(new InquiryTokenizer().terms(TEXT)), places.toString());
    assertTrue(places.keySet().stream().noneMatch(term -> term.contains("name")));
  }

  private String written(String term) {
    TermPlaces.Place place = places.get(term);
    return TEXT.substring(place.start(), place.end());
  }
}
