package io.koe.sample;

/** Everything the parts of one drop are derived from. */
record Drop(
    long seed,
    SamplePlan plan,
    Catalogue catalogue,
    DayCalendar calendar,
    Volumes volumes,
    Transactions transactions,
    Contacts contacts,
    BodyWriter words,
    Experiment experiment) {

  static Drop of(SamplePlan plan, Catalogue catalogue, int inquiriesPerDay, long seed) {
    DayCalendar calendar = new DayCalendar();
    Volumes volumes = new Volumes(plan, catalogue, calendar, inquiriesPerDay, seed);
    Transactions transactions = new Transactions(seed, volumes);
    Contacts contacts = new Contacts(seed, plan, catalogue, volumes, transactions);
    BodyWriter words = new BodyWriter(catalogue, seed);
    Experiment experiment = new Experiment(plan, volumes, seed);
    return new Drop(
        seed, plan, catalogue, calendar, volumes, transactions, contacts, words, experiment);
  }
}
