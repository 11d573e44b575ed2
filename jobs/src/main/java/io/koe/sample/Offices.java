package io.koe.sample;

import java.util.List;

/** Offices and partners, their agents, and how well they work. */
final class Offices {
  private static final List<String> NAMES =
      List.of("tokyo", "sendai", "fukuoka", "partner_hibiki", "partner_minato");
  private static final int[] AGENTS = {10, 16, 14, 12, 12};
  private static final double[] SLOWNESS = {0.9, 1.0, 0.95, 1.1, 1.3};
  private static final double[] REOPENS = {0.9, 1.0, 0.9, 1.1, 1.6};

  private Offices() {}

  static int count() {
    return NAMES.size();
  }

  static int agents(int office) {
    return AGENTS[office];
  }

  static String name(int office) {
    return NAMES.get(office);
  }

  /** The outsourcing partner, or null for own staff. */
  static String vendor(int office) {
    return name(office).startsWith("partner_") ? name(office) : null;
  }

  static double slowness(int office) {
    return SLOWNESS[office];
  }

  static double reopens(int office) {
    return REOPENS[office];
  }

  static String agent(int office, int number) {
    return "a" + (office + 1) + (number < 10 ? "0" : "") + number;
  }

  static int choose(String service, Draws draws) {
    return switch (service) {
      case "merpay" -> draws.pickShare(0.35, 0.1, 0.35, 0.2, 0);
      case "shops" -> draws.pickShare(0.4, 0.2, 0.2, 0, 0.2);
      default -> draws.pickShare(0.08, 0.36, 0.16, 0.18, 0.22);
    };
  }
}
