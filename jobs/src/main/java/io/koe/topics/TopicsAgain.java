package io.koe.topics;

import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Stage;
import java.time.LocalDate;
import java.util.Collection;
import java.util.TreeSet;

/**
 * The topics of some days' inquiries and the quotes of their weeks again, by the models there are:
 * for when rows have gone. The models stay, and so do the topics' ids, terms and names, which speak
 * of many people.
 */
public final class TopicsAgain implements Stage {
  private final Collection<LocalDate> days;

  /**
   * @param days of creation, Japan time
   */
  public TopicsAgain(Collection<LocalDate> days) {
    this.days = days;
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
    TopicsStage.writeInquiryTopics(tables, night, models, touched);
  }
}
