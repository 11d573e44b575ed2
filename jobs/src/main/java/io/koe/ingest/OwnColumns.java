package io.koe.ingest;

import io.koe.text.OwnDetails;
import java.util.List;
import java.util.Map;

/**
 * Columns that a table with customers' words may have beside its contract: what is known of the
 * person who writes. They are looked for in the row's own texts and never land.
 */
final class OwnColumns {
  private static final String NAME = "name";
  private static final String NAME_KANA = "name_kana";
  private static final String EMAIL = "email";
  private static final String PHONE = "phone";
  private static final String ADDRESS = "address";
  private static final List<String> ALL = List.of(NAME, NAME_KANA, EMAIL, PHONE, ADDRESS);

  private OwnColumns() {}

  /** The columns' names; none for a table that isn't a person's words. */
  static List<String> of(TableContract table) {
    return table.column("body").isPresent() && table.hasInquiry() ? ALL : List.of();
  }

  /** What a row of such a table tells. */
  static OwnDetails read(Map<String, Object> fields) {
    return new OwnDetails.Builder()
        .name(text(fields.get(NAME)))
        .name(text(fields.get(NAME_KANA)))
        .email(text(fields.get(EMAIL)))
        .phone(text(fields.get(PHONE)))
        .address(text(fields.get(ADDRESS)))
        .build();
  }

  private static String text(Object cell) {
    return cell instanceof RawRecord.Digits digits
        ? digits.text()
        : cell instanceof String text ? text : null;
  }
}
