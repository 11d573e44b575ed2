package io.koe.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ErasureFilterTest {
  private static final TextPrivacy PRIVACY = new PlainPrivacy(Set.of("user-7", "q7"));

  @Test
  void aRowOfAnErasedPersonGoes() {
    assertEquals(Optional.empty(), filter("help_sessions", "user_id", "user-7"));
    assertEquals(Optional.of("user-8"), filter("help_sessions", "user_id", "user-8"));
    assertEquals(Optional.of("nobody"), filter("help_sessions", "user_id", null));
  }

  @Test
  void whatBelongsToAnErasedInquiryGoes() {
    assertEquals(Optional.empty(), filter("inquiry_messages", "inquiry_id", "q7"));
    assertEquals(Optional.empty(), filter("inquiries", "inquiry_id", "q7"));
    assertEquals(Optional.of("q8"), filter("inquiry_events", "inquiry_id", "q8"));
  }

  @Test
  void aTransactionIsSomebodyElsesAsWellAndStaysWithoutTheErasedPerson() {
    assertEquals(Optional.of("nobody"), filter("transactions", "buyer_id", "user-7"));
    assertEquals(Optional.of("user-8"), filter("transactions", "buyer_id", "user-8"));
  }

  /** What is left in a column of a row that has just this value. */
  private static Optional<String> filter(String table, String column, String value) {
    TableContract contract = InputContract.table(table);
    List<Object> values = Arrays.asList(new Object[contract.columns().size()]);
    int position = contract.position(column);
    values.set(position, value);
    if (contract.hasInquiry() && !column.equals("inquiry_id")) {
      values.set(contract.position("inquiry_id"), "q1");
    }
    return new ErasureFilter(contract, PRIVACY)
        .filter(new CheckedRow("key", Collections.unmodifiableList(values)))
        .map(
            row ->
                row.values().get(position) == null
                    ? "nobody"
                    : (String) row.values().get(position));
  }
}
