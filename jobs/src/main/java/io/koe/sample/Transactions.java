package io.koe.sample;

import java.util.List;

/** Derives transactions, each from its day and index; inquiries refer to them. */
final class Transactions {
  private static final List<String> MERCARI_SHIPPING =
      List.of("らくらくメルカリ便", "ゆうゆうメルカリ便", "普通郵便", "レターパック", "梱包・発送たのメル便", "未定");
  private static final List<String> SHOPS_SHIPPING = List.of("ショップ配送", "クール便", "宅配便");

  /** One transaction; {@code day} and {@code index} make its id. */
  record Row(
      long day,
      int index,
      String service,
      long buyer,
      long seller,
      long createdAt,
      String shipping) {
    String id() {
      return "t" + day + "-" + index;
    }

    long userAs(String role) {
      return role.equals("seller") ? seller : buyer;
    }
  }

  private final long seed;
  private final Volumes volumes;

  Transactions(long seed, Volumes volumes) {
    this.seed = seed;
    this.volumes = volumes;
  }

  Row derive(long day, int index) {
    Draws draws = Draws.of(seed, day, index, Purpose.TRANSACTION);
    boolean mercari = index < volumes.mercariTransactions(day);
    return new Row(
        day,
        index,
        mercari ? "mercari" : "shops",
        user(draws),
        user(draws),
        day * JapanTime.DAY + draws.below((int) JapanTime.DAY),
        draws.pick(mercari ? MERCARI_SHIPPING : SHOPS_SHIPPING));
  }

  /** The transaction a contact of that day is about; null when its reason has none. */
  Row of(Reason reason, long contactDay, Draws draws) {
    if (reason.role().equals("none")) {
      return null;
    }
    long day = contactDay - 1 - Math.min(20, (long) draws.around(3, 0.7));
    int mercari = volumes.mercariTransactions(day);
    int index =
        reason.service().equals("shops")
            ? mercari + draws.below(volumes.transactions(day) - mercari)
            : draws.below(mercari);
    return derive(day, index);
  }

  /** A user; some are far more active than others. */
  long user(Draws draws) {
    double unit = draws.unit();
    return (long) (unit * StrictMath.sqrt(unit) * volumes.users());
  }

  static String userId(long user) {
    return "u" + (10_000_000L + user);
  }
}
