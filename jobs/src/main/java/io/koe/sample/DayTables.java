package io.koe.sample;

import java.io.IOException;
import java.time.LocalDate;

/** The daily tables that aren't about an inquiry: transactions, exposures, the experiment. */
final class DayTables {
  private static final String[] PLATFORMS = {"ios", "android", "web"};
  private static final double[] PLATFORM_SHARES = {0.5, 0.36, 0.14};

  private final Drop drop;
  private final long day;
  private final JsonRow row = new JsonRow();

  DayTables(Drop drop, long day) {
    this.drop = drop;
    this.day = day;
  }

  void transactions(PartFile file, int part, int parts) throws IOException {
    long count = drop.volumes().transactions(day);
    long end = count * (part + 1) / parts;
    for (long index = count * part / parts; index < end; index++) {
      Transactions.Row transaction = drop.transactions().derive(day, (int) index);
      file.write(
          row.start()
              .put("transaction_id", transaction.id())
              .put("service", transaction.service())
              .putTime("created_at", transaction.createdAt())
              .put("buyer_id", Transactions.userId(transaction.buyer()))
              .put("seller_id", Transactions.userId(transaction.seller()))
              .put("shipping_method", transaction.shipping())
              .end());
    }
  }

  void experiments(PartFile file, int part, int parts) throws IOException {
    Experiment experiment = drop.experiment();
    long first = experiment.firstUser(day);
    if (first < 0) {
      return;
    }
    for (long user = first + part * experiment.stride();
        user < experiment.users();
        user += parts * experiment.stride()) {
      file.write(
          row.start()
              .put("experiment_id", Experiment.ID)
              .put("user_id", Transactions.userId(user))
              .put("arm", experiment.arm(user))
              .putTime("assigned_at", day * JapanTime.DAY + user % JapanTime.DAY)
              .end());
    }
  }

  /** Exposures of the day: the transactions and orders are exactly those of the drop. */
  void exposures(PartFile file) throws IOException {
    long total = drop.volumes().transactions(day);
    long mercari = drop.volumes().mercariTransactions(day);
    exposure(file, "mercari", "active_users", wobble(total * 9, 1));
    exposure(file, "mercari", "transactions", mercari);
    exposure(file, "mercari", "listings", wobble(mercari * 3, 2));
    exposure(file, "merpay", "active_users", wobble(total * 4, 3));
    exposure(file, "merpay", "payments", wobble(total * 2, 4));
    exposure(file, "shops", "active_users", wobble(total, 5));
    exposure(file, "shops", "shop_orders", total - mercari);
  }

  private long wobble(long value, int which) {
    double unit = Draws.of(drop.seed(), day, which, Purpose.VOLUME).unit();
    double growth = 1 + 0.0006 * (day - drop.plan().from().toEpochDay());
    return Math.round(value * growth * (0.97 + 0.06 * unit));
  }

  private void exposure(PartFile file, String service, String measure, long value)
      throws IOException {
    long left = value;
    for (int i = 0; i < PLATFORMS.length; i++) {
      boolean last = i == PLATFORMS.length - 1;
      long share = last ? left : Math.round(value * PLATFORM_SHARES[i]);
      left -= share;
      file.write(
          row.start()
              .put("exposure_date", LocalDate.ofEpochDay(day).toString())
              .put("service", service)
              .put("platform", PLATFORMS[i])
              .put("measure", measure)
              .put("value", share)
              .end());
    }
  }
}
