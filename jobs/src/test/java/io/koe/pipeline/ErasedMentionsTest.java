package io.koe.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ErasedMentionsTest {
  private static final String ERASED = "abcdefghijklmnopqrstuvwxyz";
  private static final String OTHER = "zyxwvutsrqponmlkjihgfedcba";

  private final ErasedMentions mentions = new ErasedMentions(Set.of(ERASED));

  @Test
  void aMentionOfSomebodyErasedLosesItsPseudonym() {
    assertEquals(
        "<USER>が<USER:" + OTHER + ">に",
        mentions.removedFrom("<USER:" + ERASED + ">が<USER:" + OTHER + ">に"));
  }

  @Test
  void aMentionCutOffLosesItsPseudonymToo() {
    assertEquals("相手は<USER>", mentions.removedFrom("相手は<USER:" + ERASED.substring(0, 9)));
  }

  @Test
  void otherTextsStay() {
    assertEquals(
        "<USER>と<ITEM:" + ERASED + ">", mentions.removedFrom("<USER>と<ITEM:" + ERASED + ">"));
    assertNull(mentions.removedFrom((String) null));
  }
}
