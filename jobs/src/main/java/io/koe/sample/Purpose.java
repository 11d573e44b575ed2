package io.koe.sample;

/** What draws are for: two purposes never share their draws. */
final class Purpose {
  static final int VOLUME = 1;
  static final int CONTACT = 2;
  static final int USER = 3;
  static final int LIFE = 4;
  static final int BODY = 5;
  static final int ARRIVAL = 6;
  static final int SESSION = 7;
  static final int OTHER_SESSION = 8;
  static final int TRANSACTION = 9;
  static final int FOLLOW_UP = 10;
  static final int FLAW = 11;
  static final int EXPERIMENT = 12;

  private Purpose() {}
}
