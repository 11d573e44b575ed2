package io.koe.ingest;

/** What an input column holds, and so how its cells are read, protected and stored. */
enum ColumnType {
  /** An id or a label; numbers are taken by their digits. */
  TEXT("string"),
  /** A customer's words: normalised and masked before they leave the parser. */
  FREE_TEXT("string"),
  /** A user: leaves the parser only as a keyed pseudonym. */
  USER("string"),
  /** An agent: leaves the parser only as a keyed pseudonym. */
  AGENT("string"),
  /** A point in time, held as microseconds since 1970 UTC. */
  TIMESTAMP("bigint"),
  /** A day in Japan, held as days since 1970. */
  DATE("int"),
  NUMBER("double"),
  BOOLEAN("boolean"),
  /** A list of ids: a JSON array, or items separated by {@code |}. */
  LIST("array<string>");

  private final String storage;

  ColumnType(String storage) {
    this.storage = storage;
  }

  /** The Spark type its cells have between the parser and the landed table. */
  String storage() {
    return storage;
  }

  boolean isTime() {
    return this == TIMESTAMP || this == DATE;
  }
}
