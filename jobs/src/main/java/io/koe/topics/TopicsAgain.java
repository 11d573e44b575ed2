package io.koe.topics;

import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Stage;
import io.koe.topics.taxonomy.Taxonomy;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The topics of some days' inquiries and the quotes of their weeks again, by the models there are:
 * for when rows have gone. The models stay, and so do the topics' ids, terms and names, which speak
 * of many people.
 */
public final class TopicsAgain implements Stage {
  private final Collection<LocalDate> days;
  private final TopicsStage stage;

  /**
   * @param days of creation, Japan time
   * @param taxonomy the one the topics were published with
   */
  public TopicsAgain(Collection<LocalDate> days, Taxonomy taxonomy) {
    this.days = days;
    this.stage = new TopicsStage(new TopicOptions(taxonomy, Optional.empty(), Optional.empty()));
  }

  @Override
  public String name() {
    return "topics";
  }

  @Override
  public void run(RunTables tables, Night night) {
    ModelCalendar models = new ModelCalendar();
    tables
        .read("topic_models")
        .select("model_date", "model")
        .collectAsList()
        .forEach(row -> models.put(row.getDate(0).toLocalDate(), row.getAs(1)));
    TouchedDays touched = new TouchedDays(new TreeSet<>(days));
    stage.writeInquiryTopics(tables, night, models, touched);
  }
}
