package io.koe.report.sections;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.koe.report.page.TopicMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class BubbleLabelTest {

  @Test
  void aLongNameBreaksAfterParticlesWhereItIsLargest() {
    assertEquals(List.of("メルペイの", "バーコードが", "表示されない"), lines("メルペイのバーコードが表示されない", 68));
    assertEquals(List.of("コード決済", "支払いができない"), lines("コード決済・支払いができない", 74));
  }

  @Test
  void aNameWithoutRoomIsShortenedOrLeftOut() {
    assertEquals(List.of("バーチャルカ…"), lines("バーチャルカード", 38));
    assertEquals(List.of(), lines("バーチャルカード", 12));
  }

  private static List<String> lines(String label, double radius) {
    return BubbleLabel.lines(label, new double[] {100, 100, radius}).stream()
        .map(TopicMap.Line::text)
        .toList();
  }
}
