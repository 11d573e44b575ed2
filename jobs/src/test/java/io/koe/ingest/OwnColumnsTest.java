package io.koe.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.text.OwnDetails;
import io.koe.text.PiiMasker;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnColumnsTest {
  @Test
  void aRowsOwnDetailsAreMaskedInItsTexts() {
    OwnDetails own =
        OwnColumns.read(
            Map.of("name", "小鳥遊 凛空", "phone", new RawRecord.Digits("312340000"), "body", "x"));
    assertEquals("<NAME>の番号<PHONE>", new PiiMasker().mask("小鳥遊凛空の番号3-1234-0000", own));
  }

  @Test
  void aRowThatTellsNothingMasksNothingMore() {
    assertSame(OwnDetails.NONE, OwnColumns.read(Map.of("body", "小鳥遊凛空の番号")));
  }

  @Test
  void onlyTablesOfCustomersWordsHaveThem() {
    assertFalse(OwnColumns.of(InputContract.table("inquiries")).isEmpty());
    assertFalse(OwnColumns.of(InputContract.table("inquiry_messages")).isEmpty());
    assertTrue(OwnColumns.of(InputContract.table("articles")).isEmpty());
    assertTrue(OwnColumns.of(InputContract.table("agents")).isEmpty());
  }

  @Test
  void theyNeverLand() {
    for (String table : new String[] {"inquiries", "inquiry_messages"}) {
      TableContract contract = InputContract.table(table);
      assertTrue(OwnColumns.of(contract).stream().noneMatch(c -> contract.column(c).isPresent()));
    }
  }
}
