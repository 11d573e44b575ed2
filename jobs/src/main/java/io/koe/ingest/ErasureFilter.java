package io.koe.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Keeps erased people out when their rows are read again: a row of one of them goes, and so does
 * what belongs to one of their inquiries. A row that names several people, such as the buyer and
 * the seller of a transaction, stays without those erased.
 */
final class ErasureFilter {
  private final TextPrivacy privacy;
  private final int[] people;
  private final int inquiry;

  ErasureFilter(TableContract table, TextPrivacy privacy) {
    this.privacy = privacy;
    List<ColumnContract> columns = table.columns();
    this.people =
        IntStream.range(0, columns.size())
            .filter(i -> columns.get(i).type() == ColumnType.USER)
            .toArray();
    this.inquiry = table.hasInquiry() ? table.position("inquiry_id") : -1;
  }

  /** The row as it may stay; empty when it goes. */
  Optional<CheckedRow> filter(CheckedRow row) {
    if (inquiry >= 0 && privacy.isErasedInquiry((String) row.values().get(inquiry))) {
      return Optional.empty();
    }
    List<Integer> erased =
        IntStream.of(people).filter(i -> isErased(row.values().get(i))).boxed().toList();
    if (erased.isEmpty()) {
      return Optional.of(row);
    }
    return people.length > 1 ? Optional.of(without(row, erased)) : Optional.empty();
  }

  /** The ledger's hash of the inquiry a row belongs to. */
  Optional<String> inquiry(CheckedRow row) {
    return inquiry < 0
        ? Optional.empty()
        : Optional.of(privacy.erasedInquiry((String) row.values().get(inquiry)));
  }

  private boolean isErased(Object pseudonym) {
    return Objects.nonNull(pseudonym) && privacy.isErasedUser((String) pseudonym);
  }

  private static CheckedRow without(CheckedRow row, List<Integer> positions) {
    List<Object> values = new ArrayList<>(row.values());
    positions.forEach(position -> values.set(position, null));
    return new CheckedRow(row.key(), Collections.unmodifiableList(values));
  }
}
