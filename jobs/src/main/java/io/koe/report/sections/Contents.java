package io.koe.report.sections;

import io.koe.report.page.Section;
import java.util.List;
import java.util.function.Function;

/** What each audience is told, in this order. */
final class Contents {
  private Contents() {}

  static List<Section> of(Audience audience, Context context) {
    return sections(audience).stream().map(section -> section.apply(context)).toList();
  }

  private static List<Function<Context, Section>> sections(Audience audience) {
    return switch (audience) {
      case PM ->
          List.of(
              PmSummary::read,
              MapSection::read,
              ChangeSection::read,
              ContactsSection::read,
              DriversSection::read,
              PlatformsSection::read,
              TopicsSection::read,
              ReleasesSection::read,
              FootSection::read);
      case CS ->
          List.of(
              CsSummary::read,
              RatesSection::read,
              CurvesSection::read,
              BacklogSection::read,
              TimesSection::read,
              ImpactsSection::read,
              FaqSection::read,
              OfficesSection::read,
              FootSection::read);
      case PR ->
          List.of(
              PrSummary::read,
              HalfYearSection::read,
              TransparencySection::read,
              RestatementsSection::read,
              QuotesSection::read,
              WatchSection::forPr,
              FootSection::read);
      case SAFETY ->
          List.of(
              SafetySummary::read,
              WatchSection::forSafety,
              SafetyTopicsSection::read,
              FootSection::read);
      case TOPICS -> List.of(MapSection::read, TopicPages::read, FootSection::read);
    };
  }
}
