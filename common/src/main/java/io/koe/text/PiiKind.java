package io.koe.text;

/** What a masked stretch of text was; {@link #tag()} stands in its place. */
public enum PiiKind {
  EMAIL,
  PHONE,
  CARD,
  MY_NUMBER,
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
  /** A marketplace item id, the only kind whose tag may carry a pseudonym. */
  ITEM,
  /** Seven or more digits of no known kind. */
  NUM;

  /** The stand-in, such as {@code <EMAIL>}. */
  public String tag() {
    return "<" + name() + ">";
  }
}
