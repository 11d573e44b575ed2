package io.koe.report;

import java.util.List;

/**
 * A figure of the first row.
 *
 * @param title what it is
 * @param value the figure
 * @param unit its unit, may be empty
 * @param tag 速報 or 未確定 while it may change, else empty
 * @param change against the week before, with its direction in words; may be empty
 * @param tone better, worse or even: how to colour the change
 * @param notes n, interval and comparisons
 * @param trend of the window's weeks
 */
record Kpi(
    String title,
    String value,
    String unit,
    String tag,
    String change,
    String tone,
    List<String> notes,
    Sparkline trend) {}
