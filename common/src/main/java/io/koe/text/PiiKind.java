package io.koe.text;

/** What a masked stretch of text was; {@link #tag()} stands in its place. */
public enum PiiKind {
  /** A marketplace item id; its tag may carry a pseudonym. */
  ITEM,
  /** The id of a user; its tag may carry the pseudonym that the user's rows have. */
  USER,
  EMAIL,
  PHONE,
  CARD,
  MY_NUMBER,
  LICENCE,
  PASSPORT,
  BANK_ACCOUNT,
  TRACKING,
  POSTAL_CODE,
  ADDRESS,
  NAME,
  BIRTHDAY,
  IP,
  PASSWORD,
  LINE_ID,
  /** Path, query and credentials of a web address; the host is kept. */
  URL_PATH,
  /** Seven or more digits of no known kind. */
  NUM;

  /** The stand-in, such as {@code <EMAIL>}. */
  public String tag() {
    return "<" + name() + ">";
  }
}
