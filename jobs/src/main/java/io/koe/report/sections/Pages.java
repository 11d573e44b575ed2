package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.language.Language;
import io.koe.report.page.Masthead;
import io.koe.report.page.Page;
import io.koe.report.page.PageAssets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Puts an audience's page together. */
public final class Pages {
  /** Pages with something of one platform. */
  private static final Set<Audience> PLATFORM_PAGES = EnumSet.of(Audience.PM, Audience.TOPICS);

  private Pages() {}

  public static Page of(Context context, Audience audience, PageAssets assets) {
    String product = context.name("audience", audience.code());
    return new Page(
        context.wording(),
        assets,
        context.say("window", context.week().toString(), product),
        masthead(context, product),
        links(context, audience),
        choices(context, "drivers", "service"),
        PLATFORM_PAGES.contains(audience) ? choices(context, "platforms", "platform") : List.of(),
        Contents.of(audience, context),
        audience != Audience.TOPICS);
  }

  private static List<Page.Link> links(Context context, Audience here) {
    Language language = context.wording().language();
    List<Page.Link> links = new ArrayList<>();
    for (Audience audience : Audience.values()) {
      links.add(
          new Page.Link(
              context.name("audience", audience.code()),
              PageNames.page(audience, language),
              audience == here,
              language.code()));
    }
    Arrays.stream(Language.values())
        .filter(other -> other != language)
        .map(
            other ->
                new Page.Link(other.ownName(), PageNames.page(here, other), false, other.code()))
        .forEach(links::add);
    links.add(new Page.Link(context.say("all.weeks"), "../index.html", false, language.code()));
    return links;
  }

  /** Ids of a column in their order; one alone leaves nothing to choose. */
  private static List<Page.Choice> choices(Context context, String query, String column) {
    List<Page.Choice> choices =
        context.rows(query).stream()
            .map(row -> row.text(column))
            .filter(id -> !id.isEmpty() && !id.equals("all"))
            .distinct()
            .sorted()
            .map(id -> new Page.Choice(id, context.name(column, id)))
            .toList();
    return choices.size() < 2 ? List.of() : choices;
  }

  private static Masthead masthead(Context context, String product) {
    TableRow run =
        context.rows("runs").stream().reduce((older, newer) -> newer).orElse(TableRow.NONE);
    LocalDate night = run.date("run_date");
    return new Masthead(
        product,
        context.week().toString(),
        context.wording().days().range(context.week().start(), context.week().end()),
        context.say(
            "source",
            night == null ? context.say("unknown") : context.wording().days().inFull(night),
            run.text("run_id"),
            context.queries().snapshot()),
        unfinished(context, night));
  }

  private static List<String> unfinished(Context context, LocalDate night) {
    List<String> lines = new ArrayList<>();
    if (night != null && night.isBefore(context.week().end())) {
      lines.add(
          context.say("unfinished.week", context.wording().days().withWeekday(night.plusDays(1))));
    }
    if (context.metrics().thisWeek("contacts").isProvisional()) {
      lines.add(context.say("unfinished.contacts"));
    }
    List<String> rates =
        List.of("durable_resolution_rate", "self_resolution_rate", "first_reply_hours_median")
            .stream()
            .filter(metric -> context.metrics().thisWeek(metric).isProvisional())
            .map(metric -> context.name("metric", metric))
            .toList();
    if (!rates.isEmpty()) {
      lines.add(context.say("unfinished.rates", context.wording().list(rates)));
    }
    return lines;
  }
}
