package io.koe.sample;

import java.util.List;
import java.util.Optional;

/**
 * One reason why customers contact us, as the catalogue has it.
 *
 * @param id such as {@code mercari-not-shipped}
 * @param service {@code mercari}, {@code merpay} or {@code shops}
 * @param label short Japanese name
 * @param category what the form's menu calls it
 * @param role who writes in: {@code buyer} or {@code seller} of a transaction, or {@code none}
 * @param search search words of the help site
 * @param share relative share of contacts on an average day
 * @param week factor per weekday, Monday first
 * @param resolves probability that an agent resolves it
 * @param hours median hours from contact to resolve
 * @param reopens probability that a resolve is reopened
 * @param bot probability that the bot answers it alone, if asked
 * @param trend relative change of the share over ten weeks
 * @param device probability that the customer speaks of the device
 * @param article help article about it; empty = a gap of the help site
 * @param polite core sentences in polite form
 * @param casual core sentences in casual form
 * @param more further sentences in polite form
 * @param asks what the customer wants, in polite form
 */
record Reason(
    String id,
    String service,
    String label,
    String category,
    String role,
    List<String> search,
    double share,
    List<Double> week,
    double resolves,
    double hours,
    double reopens,
    double bot,
    double trend,
    double device,
    Optional<Article> article,
    List<Template> polite,
    List<Template> casual,
    List<Template> more,
    List<Template> asks) {

  /** A help article. */
  record Article(String id, String title, String body) {}
}
