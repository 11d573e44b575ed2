package io.koe.report.page;

import java.util.List;

/**
 * A figure of the first row.
 *
 * @param title what it is
 * @param value the figure
 * @param unit its unit, may be empty
 * @param tag says that it may change, else that it is final; empty when there is no figure
 * @param isFinal whether it is
 * @param change against the week before, with its direction in words; may be empty
 * @param tone better, worse or even: how to colour the change
 * @param notes n, interval and comparisons
 * @param trend of the window's weeks
 */
public record Kpi(
    String title,
    String value,
    String unit,
    String tag,
    boolean isFinal,
    String change,
    String tone,
    List<String> notes,
    Sparkline trend) {}
