package io.koe.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * What is planted in a sample drop, so that a test can check that it is found. Dates are placed
 * relative to the range; over nine weeks the new problem is born in the eighth.
 *
 * @param from first day
 * @param to last day
 * @param newProblem reason that doesn't exist before {@code newProblemDate}, after the incident
 * @param newProblemDate day the new problem is born; the incident starts that morning
 * @param worseReason reason whose contacts rise and whose resolution gets worse on iOS from {@code
 *     worseDate}, after the release {@code worseRelease}
 * @param worseDate day of the release
 * @param policyReason reason whose contacts rise for two weeks from {@code policyDate}
 * @param policyDate day the policy changes
 * @param quietReleaseDate day of a release that changes nothing
 * @param reasonsWithoutArticle reasons no help article is about
 */
public record SamplePlan(
    LocalDate from,
    LocalDate to,
    String newProblem,
    LocalDate newProblemDate,
    String worseReason,
    LocalDate worseDate,
    String policyReason,
    LocalDate policyDate,
    LocalDate quietReleaseDate,
    Set<String> reasonsWithoutArticle) {

  /** Release after which {@link #worseReason} gets worse. */
  public static final String WORSE_RELEASE = "r-ios-9420";

  /** Incident on the day the new problem is born. */
  public static final String INCIDENT = "r-incident-code-payment";

  /** Change of policy. */
  public static final String POLICY = "r-policy-commission";

  /** Release on Android after which nothing changes. */
  public static final String QUIET_RELEASE = "r-android-9430";

  static SamplePlan of(LocalDate from, LocalDate to, List<Reason> reasons) {
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    return new SamplePlan(
        from,
        to,
        "merpay-code-payment-error",
        from.plusDays(days * 51 / 63),
        "mercari-photo-upload",
        from.plusDays(days * 22 / 63),
        "mercari-commission",
        from.plusDays(days * 35 / 63),
        from.plusDays(days * 29 / 63),
        Set.copyOf(reasons.stream().filter(r -> r.article().isEmpty()).map(Reason::id).toList()));
  }

  /**
   * How much more often than usual a reason is a reason to contact on a day; 0 before its birth.
   */
  double factor(Reason reason, LocalDate date) {
    if (reason.id().equals(newProblem)) {
      return newProblemFactor(ChronoUnit.DAYS.between(newProblemDate, date));
    }
    if (reason.id().equals(worseReason) && !date.isBefore(worseDate)) {
      return 1 + IOS_SHARE * (WORSE_ON_IOS - 1);
    }
    boolean fortnight =
        !date.isBefore(policyDate) && ChronoUnit.DAYS.between(policyDate, date) < 14;
    return reason.id().equals(policyReason) && fortnight ? 1.8 : 1;
  }

  /** Usual share of iOS among the contacts of an app. */
  static final double IOS_SHARE = 0.52;

  /** Contacts of the worse reason on iOS after the release, as a multiple of before. */
  static final double WORSE_ON_IOS = 3.2;

  /** Share of iOS among a reason's contacts on a day. */
  double iosShare(Reason reason, LocalDate date) {
    double factor = reason.id().equals(worseReason) ? factor(reason, date) : 1;
    return 1 - (1 - IOS_SHARE) / factor;
  }

  /** Whether a contact suffers from the bad release. */
  boolean isWorse(Reason reason, String platform, LocalDate date) {
    return reason.id().equals(worseReason) && platform.equals("ios") && !date.isBefore(worseDate);
  }

  private static double newProblemFactor(long age) {
    if (age < 0) {
      return 0;
    }
    return age == 0 ? 0.8 : Math.max(1, 1.3 - 0.04 * (age - 1));
  }
}
